import type { PortalContext } from '../pages.ts'
import { ErrorSummary, TextField } from '../parts/form.tsx'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** Asks for number and receipt code. */
export function followPage({ values, problems }: Data<'follow'>, { language }: PortalContext): Content {
  const { follow: words, file, layout } = wordsIn(language)
  const spoken = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false }
  return {
    title: problems.length > 0 ? layout.problemTitle + words.title : words.title,
    body: (
      <form action="/follow" method="post" noValidate>
        <ErrorSummary title={file.summary} problems={problems} />
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <TextField
          name="number"
          label={words.number}
          hint={words.numberHint}
          problems={problems}
          value={values.number}
          input={{ ...spoken, maxLength: 20, className: 'short' }}
        />
        <TextField
          name="receipt"
          label={words.receipt}
          hint={words.receiptHint}
          problems={problems}
          value={values.receipt}
          input={{ ...spoken, maxLength: 20, className: 'short' }}
        />
        <button type="submit">{words.submit}</button>
        <p>{words.lost}</p>
      </form>
    ),
  }
}
