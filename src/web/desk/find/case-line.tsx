import { Link } from '@tanstack/react-router'
import type { CaseRow } from '#kernel-contract/cases'
import { exactMoment, momentInWords, nameIn, useLanguage, useWords } from '#kit'
import { Mark } from '../parts/mark.tsx'
import styles from './find.module.css'
import { findWords } from './words.ts'

/** A case in a list of found ones: what, when, how far, whose. */
export function CaseLine({ row }: { row: CaseRow }) {
  const say = useWords(findWords)
  const language = useLanguage()
  return (
    <li>
      <Link to="/cases/$id" params={{ id: String(row.id) }} className={styles.line}>
        <span className={styles.title}>{row.title}</span> <Mark>{nameIn(row.stateLabel)}</Mark>
        <span className={styles.meta} title={exactMoment(row.receivedAt, language)}>
          {row.number} · {nameIn(row.kindLabel)} · {say('received', { at: momentInWords(row.receivedAt, language) })} ·{' '}
          {row.lead ? nameIn(row.lead.name) : say('noLead')}
        </span>
      </Link>
    </li>
  )
}
