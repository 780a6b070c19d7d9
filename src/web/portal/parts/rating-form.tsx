import type { CasePage, Language } from '../pages.ts'
import { levels } from '../rating.ts'
import { wordsIn } from '../words.ts'
import { Carried, Choice, ErrorSummary, TextField } from './form.tsx'

interface RatingProps {
  readonly page: CasePage
  readonly language: Language
}

/** Asks whether the matter is solved and the person satisfied. */
export function RatingForm({ page, language }: RatingProps) {
  const words = wordsIn(language).rating
  const { values, problems } = page.rating ?? { values: { solved: '', satisfaction: '', comment: '' }, problems: [] }
  return (
    <form
      className="rating no-print"
      action={`/mine/${page.view.number}/rating`}
      method="post"
      noValidate
      aria-labelledby="rating-title"
    >
      <h2 id="rating-title">{words.title}</h2>
      <p>{words.lead}</p>
      <Carried values={{ key: page.key }} />
      <Choice
        name="solved"
        label={words.solved}
        problems={problems}
        value={values.solved}
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Choice
        name="satisfaction"
        label={words.satisfaction}
        problems={problems}
        value={values.satisfaction}
        choices={levels.map((level) => ({ value: String(level), label: words.levels[level] ?? '' }))}
      />
      <TextField name="comment" label={words.comment} problems={problems} value={values.comment} rows={3} />
      <button type="submit">{words.submit}</button>
    </form>
  )
}

/** What must be mended in the rating, for the top of the page. */
export function RatingProblems({ page, language }: RatingProps) {
  return <ErrorSummary title={wordsIn(language).file.summary} problems={page.rating?.problems ?? []} />
}
