import type { PublicFigures } from '#contract/hotline'
import type { Language, PortalContext } from '../pages.ts'
import { shareInWords } from '../share.ts'
import { monthInWords } from '../when.ts'
import { say, wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** One month's volumes: a sentence, the table, and bars that say nothing the table does not. @rule H14 */
export function figuresPage(page: Data<'figures'>, { language }: PortalContext): Content {
  const words = wordsIn(language).figures
  const { figures } = page
  const title = words.title(monthInWords(figures.month, language))
  const empty = figures.received === 0 && figures.closed === 0
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.lead}</p>
        {empty ? <p>{words.none}</p> : <Month figures={figures} language={language} />}
        <nav className="walk no-print" aria-label={words.months}>
          {page.previous && <a href={`/figures?month=${page.previous}`}>{words.previous}</a>}
          {page.following && <a href={`/figures?month=${page.following}`}>{words.following}</a>}
        </nav>
      </>
    ),
  }
}

function Month({ figures, language }: { figures: PublicFigures; language: Language }) {
  const words = wordsIn(language).figures
  const { received, closed, closedInLimit, satisfied, rated } = figures
  const inLimit = shareInWords(closedInLimit, closed, language)
  const rows = [
    [words.received, received, ''],
    [words.closed, closed, ''],
    [words.inLimit, closedInLimit, `${inLimit} (${words.ofClosed(closed)})`],
    [words.satisfied, satisfied, `${shareInWords(satisfied, rated, language)} (${words.ofRated(rated)})`],
  ] as const
  return (
    <>
      <p className="sentence">
        {closed === 0 ? words.sentenceNoneClosed(received) : words.sentence(received, closed, inLimit)}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.count}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count, share]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{count}</td>
              <td>{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ByKind figures={figures} language={language} />
    </>
  )
}

function ByKind({ figures, language }: { figures: PublicFigures; language: Language }) {
  const words = wordsIn(language).figures
  const most = Math.max(...figures.byKind.map((row) => row.count), 1)
  return (
    <table className="bars">
      <caption>{words.byKind}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.count}</th>
          <td className="bar" />
        </tr>
      </thead>
      <tbody>
        {figures.byKind.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{say(row.label, language)}</th>
            <td className="number">{row.count}</td>
            <td className="bar">
              <svg width="100%" height="20" aria-hidden="true" focusable="false">
                <rect width={`${(row.count / most) * 100}%`} height="20" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
