import type { Publication, PublicFigures } from '#contract/hotline'
import type { Language, PortalContext } from '../pages.ts'
import { Doors } from '../parts/doors.tsx'
import { PublicationList } from '../parts/publication-list.tsx'
import { shareInWords } from '../share.ts'
import { wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** The front page: three doors first; in elder mode nothing but them. */
export function homePage(page: Data<'home'>, context: PortalContext): Content {
  const { language, elder } = context
  const words = wordsIn(language).home
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        {!elder && <p className="lead">{words.lead}</p>}
        <Doors language={language} />
        {!elder && page.figures && <Figures figures={page.figures} language={language} />}
        {!elder && <Latest rows={page.latest} language={language} />}
      </>
    ),
  }
}

function Figures({ figures, language }: { figures: PublicFigures; language: Language }) {
  const words = wordsIn(language).home
  const numbers: readonly (readonly [string, string])[] = [
    [words.received, figures.received + words.pieces],
    [words.closed, figures.closed + words.pieces],
    [words.inLimit, shareInWords(figures.closedInLimit, figures.closed, language)],
  ]
  return (
    <section aria-labelledby="this-month">
      <h2 id="this-month">{words.figures}</h2>
      <dl className="numbers">
        {numbers.map(([name, number]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a className="onward" href="/figures">
          {words.allFigures}
        </a>
      </p>
    </section>
  )
}

function Latest({ rows, language }: { rows: readonly Publication[]; language: Language }) {
  const words = wordsIn(language).home
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{words.latest}</h2>
      {rows.length === 0 ? <p>{words.none}</p> : <PublicationList rows={rows} language={language} level={3} />}
      <p>
        <a className="onward" href="/published">
          {words.all}
        </a>
      </p>
    </section>
  )
}
