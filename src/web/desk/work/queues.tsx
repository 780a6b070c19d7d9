import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { countTasks } from '#kernel-contract/cases'
import { nameIn, queryOf, useWords } from '#kit'
import { holds, useMe } from '../app/me.ts'
import styles from './queues.module.css'
import type { TaskSearch } from './task-search.ts'
import { workWords } from './words.ts'

// The server counts no further.
const COUNTED = 1_000

/** The queues of the one work list: by whose they are, then by what is to be done. */
export function Queues({ search }: { search: TaskSearch }) {
  const say = useWords(workWords)
  const manages = holds(useMe(), 'supervisor', 'leader', 'dispatcher')
  return (
    <nav className={styles.queues} aria-label={say('queues')}>
      <ul className={styles.whose}>
        <Whose search={search} queue="mine" />
        <Whose search={search} queue={undefined} />
        {manages && <Whose search={search} queue="above" />}
      </ul>
      <Kinds search={search} />
    </nav>
  )
}

function Whose({ search, queue }: { search: TaskSearch; queue: TaskSearch['queue'] }) {
  const say = useWords(workWords)
  const here = search.queue === queue
  return (
    <li>
      <Link
        to="/work"
        search={{ ...search, queue, case: undefined }}
        className={here ? styles.here : styles.queue}
        aria-current={here ? 'true' : undefined}
      >
        {say(queue ?? 'units')}
      </Link>
    </li>
  )
}

function Kinds({ search }: { search: TaskSearch }) {
  const say = useWords(workWords)
  const { data = [] } = useQuery(queryOf(countTasks))
  const counted =
    search.queue === undefined ? data : data.map(({ kind, label }) => ({ kind, label, open: null, overdue: 0 }))
  return (
    <ul className={styles.kinds}>
      <Kind search={search} kind={undefined} name={say('all')} open={null} overdue={0} />
      {counted.map(({ kind, label, open, overdue }) => (
        <Kind key={kind} search={search} kind={kind} name={nameIn(label)} open={open} overdue={overdue} />
      ))}
    </ul>
  )
}

interface KindProps {
  readonly search: TaskSearch
  readonly kind: string | undefined
  readonly name: string
  readonly open: number | null
  readonly overdue: number
}

function Kind({ search, kind, name, open, overdue }: KindProps) {
  const say = useWords(workWords)
  const here = search.taskKind === kind
  return (
    <li>
      <Link
        to="/work"
        search={{ ...search, taskKind: kind, case: undefined }}
        className={here ? styles.here : styles.queue}
        aria-current={here ? 'true' : undefined}
      >
        <span>{name}</span>
        {open !== null && (
          <span className={styles.count}>{open >= COUNTED ? say('full') : say('openCount', { count: open })}</span>
        )}
        {overdue > 0 && <span className={styles.overdue}>{say('overdueCount', { count: overdue })}</span>}
      </Link>
    </li>
  )
}
