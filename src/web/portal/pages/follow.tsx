import type { Language, PortalContext } from '../pages.ts'
import { Choice, ErrorSummary, TextField } from '../parts/form.tsx'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** The two ways to follow: number and receipt code, or a phone and the code it is sent. */
export function followPage(page: Data<'follow'>, { language }: PortalContext): Content {
  const { follow: words, file, layout } = wordsIn(language)
  return {
    title: page.problems.length > 0 ? layout.problemTitle + words.title : words.title,
    body: (
      <>
        <ErrorSummary title={file.summary} problems={page.problems} />
        <h1>{words.title}</h1>
        {page.known && (
          <p>
            <a className="button" href="/mine">
              {words.known}
            </a>
          </p>
        )}
        <p className="lead">{words.lead}</p>
        <ByReceipt page={page} language={language} />
        <ByPhone page={page} language={language} />
        <p>{words.lost}</p>
      </>
    ),
  }
}

interface WayProps {
  readonly page: Data<'follow'>
  readonly language: Language
}

function ByReceipt({ page: { values, problems }, language }: WayProps) {
  const words = wordsIn(language).follow
  const input = {
    autoComplete: 'off',
    autoCapitalize: 'characters',
    spellCheck: false,
    maxLength: 20,
    className: 'short',
  }
  return (
    <form className="way" action="/follow" method="post" noValidate aria-labelledby="by-receipt">
      <h2 id="by-receipt">{words.byReceipt}</h2>
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        problems={problems}
        value={values.number}
        input={input}
      />
      <TextField
        name="receipt"
        label={words.receipt}
        hint={words.receiptHint}
        problems={problems}
        value={values.receipt}
        input={input}
      />
      <button type="submit">{words.submit}</button>
    </form>
  )
}

function ByPhone({ page: { values, problems, voice }, language }: WayProps) {
  const words = wordsIn(language).follow
  return (
    <form className="way" action="/follow/phone" method="post" noValidate aria-labelledby="by-phone">
      <h2 id="by-phone">{words.byPhone}</h2>
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        problems={problems}
        value={values.phone}
        input={{ type: 'tel', autoComplete: 'tel', maxLength: 30, className: 'short' }}
      />
      {voice && (
        <Choice
          name="by"
          label={words.by}
          problems={problems}
          value={values.by}
          choices={[
            { value: 'sms', label: words.sms },
            { value: 'voice', label: words.voice },
          ]}
        />
      )}
      <button type="submit">{words.send}</button>
    </form>
  )
}
