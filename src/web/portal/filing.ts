import { PublicRequest } from '#contract/hotline'
import { checkFiling } from './filing-checks.ts'
import type { FilePage, FilingStep, FilingValues, Language } from './pages.ts'
import { filingSteps } from './pages.ts'
import { wordsIn } from './words.ts'

/** A posted form as text fields; uploaded files are not among them. */
export type Form = Readonly<Record<string, string | undefined>>

/** What a posted step comes to: a page to show, or a request that is ready to be filed. */
export type Filing =
  | FilePage
  | {
      readonly page: 'send'
      /** All but the files. */
      readonly request: PublicRequest
      readonly key: string
      /** The last step again, values kept, for when filing is refused. */
      readonly again: (sentence: string) => FilePage
    }

const empty: FilingValues = {
  kind: '',
  text: '',
  place: '',
  behalf: '',
  onBehalfOf: '',
  name: '',
  phone: '',
  hidden: '',
}

/** The first step, nothing filled in. @param key idempotency key of this filing */
export const beginFiling = (key: string): FilePage => ({ page: 'file', step: 'what', values: empty, problems: [], key })

/** Reads one posted step: goes back, goes on, shows what must be mended, or hands over the finished request. */
export function readFiling(form: Form, language: Language): Filing {
  const step = stepNamed(form.step) ?? 'what'
  const page: FilePage = { page: 'file', step, values: valuesOf(form), problems: [], key: form.key ?? '' }
  const wanted = stepNamed(form.go)
  if (wanted) return { ...page, step: wanted }
  for (const passed of filingSteps.slice(0, filingSteps.indexOf(step) + 1)) {
    const problems = checkFiling(passed, page.values, language)
    if (problems.length > 0) return { ...page, step: passed, problems }
  }
  const next = filingSteps[filingSteps.indexOf(step) + 1]
  if (next) return { ...page, step: next }
  const again = (sentence: string): FilePage => ({ ...page, problems: [{ field: null, sentence }] })
  // No person sees this field; the page comes back with it emptied, so a browser that filled it in can try again.
  if (form.website) return again(wordsIn(language).file.problems.robot)
  return { page: 'send', request: requestOf(page.values), key: page.key, again }
}

const stepNamed = (name: string | undefined): FilingStep | undefined => filingSteps.find((step) => step === name)

function valuesOf(form: Form): FilingValues {
  const names = Object.keys(empty) as (keyof FilingValues)[]
  // Browsers send line breaks as CR LF; the limit counts what the person sees.
  const typed = names.map((name) => [name, (form[name] ?? '').replaceAll('\r\n', '\n').trim()])
  return Object.fromEntries(typed) as Record<keyof FilingValues, string>
}

function requestOf(values: FilingValues): PublicRequest {
  const kind = PublicRequest.properties.kind.enum.find((known) => known === values.kind)
  return {
    text: values.text,
    ...(kind && { kind }),
    ...(values.place && { place: values.place }),
    ...(values.name && { name: values.name }),
    ...(values.phone && { phone: values.phone }),
    ...(values.behalf === 'other' && { onBehalfOf: values.onBehalfOf }),
    ...(values.hidden && { hidden: true }),
  }
}
