import { Rating } from '#contract/hotline'
import type { Form } from './filing.ts'
import { limitOf } from './limits.ts'
import type { FieldProblem, Language, RatingValues } from './pages.ts'
import { wordsIn } from './words.ts'

/** What the rating form comes to: `rating` is null while something must be mended. */
export interface ReadRating {
  readonly key: string
  readonly values: RatingValues
  readonly problems: readonly FieldProblem[]
  readonly rating: Rating | null
}

/** The satisfaction levels, best first. */
export const levels = [5, 4, 3, 2, 1] as const

/** Reads the posted rating form. */
export function readRating(form: Form, language: Language): ReadRating {
  const values = {
    solved: form.solved ?? '',
    satisfaction: form.satisfaction ?? '',
    comment: (form.comment ?? '').replaceAll('\r\n', '\n').trim(),
  }
  const problems = problemsOf(values, language)
  return { key: form.key ?? '', values, problems, rating: problems.length > 0 ? null : ratingOf(values) }
}

function problemsOf(values: RatingValues, language: Language): FieldProblem[] {
  const say = wordsIn(language).rating
  const max = limitOf(Rating.properties.comment, 'maxLength')
  const isLevel = levels.some((level) => String(level) === values.satisfaction)
  return [
    ...(/^(yes|no)$/.test(values.solved) ? [] : [{ field: 'solved', sentence: say.solvedMissing }]),
    ...(isLevel ? [] : [{ field: 'satisfaction', sentence: say.satisfactionMissing }]),
    ...([...values.comment].length <= max ? [] : [{ field: 'comment', sentence: say.commentLong(max) }]),
  ]
}

const ratingOf = (values: RatingValues): Rating => ({
  solved: values.solved === 'yes',
  satisfaction: Number(values.satisfaction),
  ...(values.comment && { comment: values.comment }),
})
