import type { PortalContext } from '../pages.ts'
import { Carried, ErrorSummary, TextField } from '../parts/form.tsx'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** Asks for the code that the phone was sent; says the same whoever it belongs to. */
export function codePage(page: Data<'code'>, { language }: PortalContext): Content {
  const { code: words, file, layout } = wordsIn(language)
  const { phone, by, minutes, digits, problems } = page
  const input = { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 20, className: 'short' }
  return {
    title: problems.length > 0 ? layout.problemTitle + words.title : words.title,
    body: (
      <>
        <form action="/follow/code" method="post" noValidate>
          <ErrorSummary title={file.summary} problems={problems} />
          <h1>{words.title}</h1>
          <p className="lead">{by === 'voice' ? words.called(phone) : words.sent(phone)}</p>
          <Carried values={{ phone, by, minutes: String(minutes), digits: String(digits) }} />
          <TextField
            name="code"
            label={words.code}
            hint={words.hint(digits, minutes)}
            problems={problems}
            value=""
            input={input}
          />
          <button type="submit">{words.submit}</button>
        </form>
        <form action="/follow/phone" method="post">
          <Carried values={{ phone, by }} />
          <p>
            {words.none}{' '}
            <button type="submit" className="link">
              {words.again}
            </button>
          </p>
        </form>
        <p>
          <a className="onward" href="/follow">
            {words.other}
          </a>
        </p>
      </>
    ),
  }
}
