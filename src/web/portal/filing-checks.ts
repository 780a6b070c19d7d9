import { PublicRequest } from '#contract/hotline'
import { limitOf } from './limits.ts'
import type { FieldProblem, FilingStep, FilingValues, Language } from './pages.ts'
import { phoneKind } from './phone-kind.ts'
import { wordsIn } from './words.ts'

type Field = keyof FilingValues
type Check = (values: FilingValues, language: Language) => FieldProblem[]

const limits = PublicRequest.properties
const lengthOf = (text: string) => [...text].length

/** How many characters the text may have, and must have. */
export const textLimits = { min: limitOf(limits.text, 'minLength'), max: limitOf(limits.text, 'maxLength') }
/** How many photos go with one request. */
export const photoLimit = limitOf(limits.files, 'maxItems')

const problem = (field: Field, sentence: string): FieldProblem[] => [{ field, sentence }]

function tooLong(field: 'place' | 'onBehalfOf' | 'name', values: FilingValues, sentence: (max: number) => string) {
  const max = limitOf(limits[field], 'maxLength')
  return lengthOf(values[field]) > max ? problem(field, sentence(max)) : []
}

const checks: Record<FilingStep, Check> = {
  what: (values, language) => {
    const say = wordsIn(language).file.problems
    if (lengthOf(values.text) < textLimits.min) return problem('text', say.textShort(textLimits.min))
    return lengthOf(values.text) > textLimits.max ? problem('text', say.textLong(textLimits.max)) : []
  },
  where: (values, language) => tooLong('place', values, wordsIn(language).file.problems.placeLong),
  who: (values, language) => [
    ...onBehalfOf(values, language),
    ...tooLong('name', values, wordsIn(language).file.problems.nameLong),
    ...phone(values, language),
  ],
  check: () => [],
}

const onBehalfOf: Check = (values, language) => {
  if (values.behalf !== 'other') return []
  const say = wordsIn(language).file.problems
  return values.onBehalfOf === ''
    ? problem('onBehalfOf', say.onBehalfOfMissing)
    : tooLong('onBehalfOf', values, say.onBehalfOfLong)
}

const phone: Check = (values, language) =>
  values.phone === '' || (fits(values.phone) && phoneKind(values.phone) !== null)
    ? []
    : problem('phone', wordsIn(language).file.problems.phoneWrong)

const fits = (typed: string) => typed.normalize('NFKC').length <= limitOf(limits.phone, 'maxLength')

/** What stands against leaving this step, each with its field; empty when nothing does. */
export const checkFiling = (step: FilingStep, values: FilingValues, language: Language): FieldProblem[] =>
  checks[step](values, language)
