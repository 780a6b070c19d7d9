import type { GuideLimit, Language, PortalContext } from '../pages.ts'
import { say, wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** What happens to a request, the limits in force, and what a person may expect. @rule H14 channels and process are published */
export function guidePage(page: Data<'guide'>, context: PortalContext): Content {
  const words = wordsIn(context.language).guide
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <h2>{words.stepsTitle}</h2>
        <ol className="path">
          {words.steps.map((step) => (
            <li key={step.name}>
              <strong>{step.name}</strong>
              <p>{step.says}</p>
            </li>
          ))}
        </ol>
        <h2 id="limits">{words.limitsTitle}</h2>
        {page.limits.length === 0 ? (
          <p>{words.limitsNone}</p>
        ) : (
          <Limits limits={page.limits} language={context.language} />
        )}
        <h2>{words.cannotTitle}</h2>
        <p>{words.cannot}</p>
        <h2>{words.privacyTitle}</h2>
        <ul>
          {words.privacy.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <h2>{words.waysTitle}</h2>
        <p>{words.ways}</p>
      </>
    ),
  }
}

function Limits({ limits, language }: { limits: readonly GuideLimit[]; language: Language }) {
  const words = wordsIn(language).guide
  return (
    <>
      <p>{words.limitsLead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.matter}</th>
            <th scope="col">{words.limit}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {limits.map((row) => (
            <tr key={row.name.zh}>
              <th scope="row">{say(row.name, language)}</th>
              <td className="number">{say(row.limit, language)}</td>
              <td>{row.source && say(row.source, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
