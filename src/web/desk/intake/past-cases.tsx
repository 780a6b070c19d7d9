import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { findCases } from '#kernel-contract/cases'
import { momentInWords, nameIn, queryOf, useLanguage, useWords } from '#kit'
import styles from './intake.module.css'
import { intakeWords } from './words.ts'

interface PastCasesProps {
  readonly title: string
  readonly by: { readonly requester: number } | { readonly place: number }
}

/** The newest cases of a person or a place, so that a repeated request is recognised while it is being said. */
export function PastCases({ title, by }: PastCasesProps) {
  const say = useWords(intakeWords)
  const { data } = useQuery(queryOf(findCases, { query: { ...by, limit: 6 } }))
  if (!data) return null
  return (
    <section className={styles.past} aria-label={title}>
      <h3>{title}</h3>
      {data.rows.length === 0 && <p className={styles.soft}>{say('noPast')}</p>}
      <ul>
        {data.rows.map((row) => (
          <PastCase key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function PastCase({
  row,
}: {
  row: { id: number; title: string; stateLabel: { zh: string; en?: string }; receivedAt: string }
}) {
  const say = useWords(intakeWords)
  const language = useLanguage()
  return (
    <li>
      <Link to="/cases/$id" params={{ id: String(row.id) }} target="_blank">
        {row.title}
        <span className="unseen">{say('newTab')}</span>
      </Link>
      <span className={styles.soft}>
        {' '}
        {momentInWords(row.receivedAt, language)} · {nameIn(row.stateLabel)}
      </span>
    </li>
  )
}
