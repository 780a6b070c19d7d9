import { Link } from '@tanstack/react-router'
import type { CaseRow } from '#kernel-contract/cases'
import { exactMoment, momentInWords, nameIn, useLanguage, useWords } from '#kit'
import { Mark } from '../parts/mark.tsx'
import styles from './find.module.css'
import { findWords } from './words.ts'

// What was closed without a unit in charge, as imported history was, waits for none.
const CLOSED = 2

/** A case in a list of found ones: what, when, how far, whose. */
export function CaseLine({ row }: { row: CaseRow }) {
  const say = useWords(findWords)
  const language = useLanguage()
  const whose = row.lead ? nameIn(row.lead.name) : row.phase < CLOSED && say('noLead')
  return (
    <li>
      <Link to="/cases/$id" params={{ id: String(row.id) }} className={styles.line}>
        <span className={styles.title}>{row.title}</span> <Mark>{nameIn(row.stateLabel)}</Mark>
        <span className={styles.meta} title={exactMoment(row.receivedAt, language)}>
          {row.number} · {nameIn(row.kindLabel)} · {say('received', { at: momentInWords(row.receivedAt, language) })}
          {whose && ` · ${whose}`}
        </span>
      </Link>
    </li>
  )
}
