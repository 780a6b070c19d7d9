import type { CaseView } from '#kernel-contract/cases'
import { nameIn } from '#kit'
import { Moment } from '../parts/moment.tsx'
import { findLastWord } from './find-last-word.ts'
import styles from './last-word.module.css'

/** Why the case is here: what the last person wrote when they passed it on. */
export function LastWord({ view }: { view: CaseView }) {
  const last = findLastWord(view)
  if (!last) return null
  const { entry, words } = last
  return (
    <div className={`${styles.last} noPrint`}>
      <p className={styles.by}>
        <strong>{nameIn(entry.label)}</strong> {entry.unit && `${nameIn(entry.unit.name)} · `}
        <Moment at={entry.at} />
      </p>
      <p className={styles.words}>{[...entry.details.map(({ value }) => nameIn(value)), words].join(' · ')}</p>
    </div>
  )
}
