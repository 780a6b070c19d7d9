import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useKeys, useWords } from '#kit'
import { CaseView } from '../case/case-view.tsx'
import { Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Filters } from './filters.tsx'
import { Queues } from './queues.tsx'
import { TaskList } from './task-list.tsx'
import { workWords } from './words.ts'
import styles from './work.module.css'

/** Queues at the left, the list in the middle, the open case beside it. */
export function WorkPage() {
  const say = useWords(workWords)
  const search = useSearch({ from: '/frame/work' })
  useTitle(say('title'))
  return (
    <div className={search.case ? styles.split : styles.page}>
      <h1 className="unseen">{say('title')}</h1>
      <Queues search={search} />
      <section className={styles.list}>
        <Filters search={search} />
        <TaskList search={search} />
      </section>
      {search.case && <Pane id={search.case} />}
    </div>
  )
}

function Pane({ id }: { id: number }) {
  const say = useWords(workWords)
  const navigate = useNavigate()
  const close = () => navigate({ to: '/work', search: ({ case: _closed, ...rest }) => rest })
  useKeys([{ keys: 'Escape', label: say('closePane'), run: close }])
  return (
    <section className={styles.pane} aria-label={say('pane')}>
      <Suspense fallback={<Waiting />}>
        <CaseView key={id} id={id} onClose={close} />
      </Suspense>
    </section>
  )
}
