import type { OwnRequest } from '#contract/hotline'
import { exactMoment } from '#kit/when'
import type { Language, PortalContext } from '../pages.ts'
import { Leave } from '../parts/leave.tsx'
import { say, wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** A resident's own requests, newest first, each the way to its page. */
export function minePage({ rows, next, later }: Data<'mine'>, { language }: PortalContext): Content {
  const words = wordsIn(language).mine
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        {rows.length === 0 ? <None language={language} /> : <p className="lead">{words.lead}</p>}
        <ul className="publications">
          {rows.map((row) => (
            <Row key={row.id} row={row} language={language} />
          ))}
        </ul>
        <p className="walk">
          {later && <a href="/mine">{words.newest}</a>}
          {next !== null && <a href={`/mine?before=${next}`}>{words.older}</a>}
        </p>
        <p>
          <a className="onward" href="/file">
            {words.another}
          </a>
        </p>
        <Leave language={language} />
      </>
    ),
  }
}

function Row({ row, language }: { row: OwnRequest; language: Language }) {
  const words = wordsIn(language).mine
  return (
    <li>
      <h2>
        <a href={`/mine/${row.number}`} lang="zh-CN">
          {row.title}
        </a>
      </h2>
      <p>
        <strong>{say(row.stateLabel, language)}</strong>
        {row.mayRate && <> · {words.mayRate}</>}
      </p>
      <p className="facts">
        {row.number} · {exactMoment(row.receivedAt, language)}
      </p>
    </li>
  )
}

function None({ language }: { language: Language }) {
  const words = wordsIn(language).mine
  return (
    <>
      <p className="lead">{words.none}</p>
      <p>
        <a href="/follow">{words.byReceipt}</a>
      </p>
    </>
  )
}
