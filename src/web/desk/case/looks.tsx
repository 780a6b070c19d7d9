import type { CaseView } from '#kernel-contract/cases'
import { nameIn, useWords } from '#kit'
import { Moment } from '../parts/moment.tsx'
import styles from './case.module.css'
import { caseWords } from './words.ts'

/** Who has looked at the case, on demand: whoever opens a case knows that this is seen. */
export function Looks({ looks }: { looks: CaseView['looks'] }) {
  const say = useWords(caseWords)
  if (looks.length === 0) return null
  return (
    <details className={`${styles.section} ${styles.soft} noPrint`}>
      <summary>{say('looks', { count: looks.length })}</summary>
      <ul>
        {looks.map(({ who, at, what, purpose }) => (
          <li key={`${at} ${who.zh} ${what}`}>
            <Moment at={at} /> {say('look', { who: nameIn(who), what })}
            {purpose && ` · ${say('purpose', { purpose })}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
