import type { Publication } from '#contract/hotline'
import type { Language } from '../pages.ts'
import { dateInWords } from '../when.ts'
import { say, wordsIn } from '../words.ts'

interface ListProps {
  readonly rows: readonly Publication[]
  readonly language: Language
  /** The level of each answer's heading on its page. */
  readonly level: 2 | 3
}

/** Published answers, one line of facts and the beginning of the reply each. The texts stay in the language they were written in. */
export function PublicationList({ rows, language, level }: ListProps) {
  const Heading = `h${level}` as const
  return (
    <ul className="publications">
      {rows.map((row) => (
        <li key={row.id}>
          <Heading>
            <a href={`/published/${encodeURIComponent(row.number)}`} lang="zh-CN">
              {row.title}
            </a>
          </Heading>
          <p className="facts">{factsOf(row, language)}</p>
          <p className="excerpt" lang="zh-CN">
            {row.reply}
          </p>
        </li>
      ))}
    </ul>
  )
}

function factsOf(row: Publication, language: Language): string {
  const words = wordsIn(language).published
  const within = row.withinLimit === null ? null : row.withinLimit ? words.within : words.late
  const facts = [say(row.kindLabel, language), row.community && say(row.community, language)]
  return [...facts, dateInWords(row.repliedOn, language), within].filter(Boolean).join(' · ')
}
