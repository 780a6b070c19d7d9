import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { nameIn, useLanguage, useWords } from '#kit'
import { Due } from '../parts/due.tsx'
import { Mark } from '../parts/mark.tsx'
import { urgencies } from '../parts/urgency.ts'
import type { TaskRow } from './task-pages.ts'
import styles from './task-row.module.css'
import type { TaskSearch } from './task-search.ts'
import { workWords } from './words.ts'

interface RowProps {
  readonly row: TaskRow
  readonly search: TaskSearch
  readonly isOpen: boolean
  readonly isGone: boolean
  readonly isFresh: boolean
  readonly onFocus: () => void
}

/** One line of the list: what, whose, how far, until when. The whole line is one link. */
export const TaskLine = memo(function TaskLine({ row, search, isOpen, isGone, isFresh, onFocus }: RowProps) {
  const say = useWords(workWords)
  useLanguage()
  const looks = [styles.row, isOpen && styles.open, isGone && styles.gone, isFresh && styles.fresh]
  return (
    <Link
      to="/work"
      search={{ ...search, case: row.caseId }}
      className={looks.filter(Boolean).join(' ')}
      aria-current={isOpen ? 'true' : undefined}
      onFocus={onFocus}
      data-task={row.id}
    >
      <span className={styles.title}>
        {row.urgency > 0 && (
          <Mark tone={row.urgency > 1 ? 'danger' : 'warning'}>{say(urgencies[row.urgency] ?? 'urgent')}</Mark>
        )}{' '}
        {row.title}
      </span>
      <span className={styles.meta}>
        {row.number} · {nameIn(row.caseKindLabel)} ·{' '}
        {row.placeText ?? (row.community ? nameIn(row.community.name) : say('placeUnknown'))}
      </span>
      <span className={styles.state}>{isGone ? say('gone') : standing(row, search)}</span>
      <span className={styles.unit}>{nameIn(row.unit.name)}</span>
      <span className={styles.due}>
        {row.dueAt ? <Due at={row.dueAt} remaining={row.remaining} overdue={row.overdue} /> : say('noDue')}
      </span>
    </Link>
  )
})

/** What is to be done and how far the case is; in a queue of one kind the queue has said the first. */
const standing = (row: TaskRow, { taskKind }: TaskSearch) =>
  [taskKind ? null : nameIn(row.label), nameIn(row.stateLabel)].filter(Boolean).join(' · ')
