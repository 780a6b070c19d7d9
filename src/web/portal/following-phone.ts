import type { Form } from './filing.ts'
import { beginFollowing, tidy } from './following.ts'
import type { CodePage, FollowPage, Language } from './pages.ts'
import { phoneKind } from './phone-kind.ts'
import { wordsIn } from './words.ts'

type By = CodePage['by']

/** What asking for a code comes to: a phone to send it to, or the form again. */
export type Asking =
  | FollowPage
  | {
      readonly page: 'send'
      readonly phone: string
      readonly by: By
      /** The form again, values kept, for when sending is refused. */
      readonly again: (sentence: string) => FollowPage
    }

/** Reads the form that asks for a code by phone. */
export function readPhone(form: Form, language: Language): Asking {
  const say = wordsIn(language)
  const by: By = form.by === 'voice' ? 'voice' : 'sms'
  const phone = (form.phone ?? '').normalize('NFKC').trim()
  const begun = beginFollowing('')
  const page: FollowPage = { ...begun, values: { ...begun.values, phone, by } }
  const refused = (sentence: string): FollowPage => ({ ...page, problems: [{ field: 'phone', sentence }] })
  if (phone === '') return refused(say.follow.phoneMissing)
  const kind = phone.length > 30 ? null : phoneKind(phone)
  if (kind === null) return refused(say.file.problems.phoneWrong)
  if (kind === 'landline' && by === 'sms') return refused(say.follow.landline)
  return {
    page: 'send',
    phone,
    by,
    again: (sentence) => ({ ...page, problems: [{ field: null, sentence }] }),
  }
}

/** What the typed code comes to: one to check, or the form again. */
export type TypedCode =
  | CodePage
  | {
      readonly page: 'prove'
      readonly phone: string
      readonly code: string
      readonly again: (sentence: string) => CodePage
    }

/** Reads the form with the code; what is needed to ask for another one is carried along. */
export function readCode(form: Form, language: Language): TypedCode {
  const phone = (form.phone ?? '').normalize('NFKC').trim().slice(0, 30)
  const code = tidy(form.code).slice(0, 30)
  const by: By = form.by === 'voice' ? 'voice' : 'sms'
  const again = (sentence: string): CodePage => ({
    page: 'code',
    phone,
    by,
    minutes: Number(form.minutes) || 0,
    digits: Number(form.digits) || 0,
    problems: [{ field: 'code', sentence }],
  })
  return code === '' ? again(wordsIn(language).code.missing) : { page: 'prove', phone, code, again }
}
