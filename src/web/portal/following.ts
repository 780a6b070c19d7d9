import type { Form } from './filing.ts'
import type { FollowPage, Language } from './pages.ts'
import { wordsIn } from './words.ts'

/** What the follow form comes to: a number and a receipt code to look up, or the form again. */
export type Following =
  | FollowPage
  | {
      readonly page: 'look'
      readonly number: string
      readonly receipt: string
      /** The form again, values kept, for when the look-up is refused. */
      readonly again: (sentence: string) => FollowPage
    }

const empty = { number: '', receipt: '', phone: '', by: 'sms' } as const

/** Both ways, nothing filled in but the number where it is known. */
export const beginFollowing = (number: string): FollowPage => ({
  page: 'follow',
  values: { ...empty, number },
  problems: [],
})

/** Reads the posted follow form; full-width digits and spaces are mended, the code's letters made capital. */
export function readFollowing(form: Form, language: Language): Following {
  const say = wordsIn(language).follow
  const values = { number: tidy(form.number), receipt: tidy(form.receipt).toUpperCase() }
  const page: FollowPage = { page: 'follow', values: { ...empty, ...values }, problems: [] }
  const problems = [
    ...(values.number ? [] : [{ field: 'number', sentence: say.numberMissing }]),
    ...(values.receipt ? [] : [{ field: 'receipt', sentence: say.receiptMissing }]),
  ]
  if (problems.length > 0) return { ...page, problems }
  return { page: 'look', ...values, again: (sentence) => ({ ...page, problems: [{ field: null, sentence }] }) }
}

export const tidy = (typed: string | undefined): string => (typed ?? '').normalize('NFKC').replace(/\s/g, '')
