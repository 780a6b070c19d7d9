import type { PortalContext } from '../pages.ts'
import { Facts } from '../parts/facts.tsx'
import { dateInWords } from '../when.ts'
import { say, wordsIn } from '../words.ts'
import type { Content, Data } from './content.tsx'

/** One published answer: the request and the reply as released. */
export function publicationPage({ row }: Data<'publication'>, { language }: PortalContext): Content {
  const { published: words, rating, case: of } = wordsIn(language)
  const within = row.withinLimit === null ? null : row.withinLimit ? words.within : words.late
  const replied = [dateInWords(row.repliedOn, language), within].filter(Boolean).join(' · ')
  const facts = [
    [of.number, row.number],
    [words.received, dateInWords(row.receivedOn, language)],
    [words.replied, replied],
    ...(row.satisfaction === null ? [] : [[words.satisfaction, rating.levels[row.satisfaction] ?? '']]),
  ] as [string, string][]
  return {
    title: row.title,
    body: (
      <article>
        <p className="facts">
          {[say(row.kindLabel, language), row.community && say(row.community, language)].filter(Boolean).join(' · ')}
        </p>
        <h1 lang="zh-CN">{row.title}</h1>
        <Facts facts={facts} />
        <h2>{words.request}</h2>
        <p className="letter" lang="zh-CN">
          {row.request}
        </p>
        <h2>{words.reply}</h2>
        <p className="letter reply" lang="zh-CN">
          {row.reply}
        </p>
        <p className="no-print">
          <a className="onward" href="/published">
            {words.back}
          </a>
        </p>
      </article>
    ),
  }
}
