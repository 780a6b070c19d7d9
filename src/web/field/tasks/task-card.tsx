import type { TaskRow } from '#kernel-contract/cases'
import { dueInWords, nameIn, useWords } from '#kit'
import { To } from '../app/places.tsx'
import { useCommandsOf } from '../outbox/use-outbox.ts'
import styles from './tasks.module.css'
import { tasksWords } from './words.ts'

/** One task, as large as a thumb and readable at arm's length: until when, what, where. */
export function TaskCard({ row }: { row: TaskRow }) {
  const say = useWords(tasksWords)
  const waiting = useCommandsOf(row.caseId)
  const urgency = row.urgency === 2 ? say('urgent2') : row.urgency === 1 ? say('urgent1') : null
  return (
    <li className={styles.card} data-overdue={row.overdue}>
      {row.dueAt && <p className={styles.due}>{dueInWords(row.dueAt, row.remaining)}</p>}
      <To to="/cases/$id" params={{ id: String(row.caseId) }} className={styles.title}>
        {row.title}
      </To>
      <p className={styles.place}>{row.placeText ?? say('noPlace')}</p>
      <p className="quiet">
        {[nameIn(row.label), nameIn(row.stateLabel), nameIn(row.caseKindLabel)].join(' · ')}
        {urgency && <span className={styles.urgent}>{urgency}</span>}
      </p>
      {waiting.map(({ id, label }) => (
        <p key={id} className={styles.waits}>
          {say('waits', { verb: nameIn(label) })}
        </p>
      ))}
    </li>
  )
}
