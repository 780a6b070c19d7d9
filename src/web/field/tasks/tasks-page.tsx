import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { TaskRow } from '#kernel-contract/cases'
import { useWords } from '#kit'
import { type Queue, queues, useGo, useQueue } from '../app/places.tsx'
import { Act } from '../parts/act.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty, FromPhone, Refused, Waiting } from '../parts/states.tsx'
import { InstallHint } from '../shell/install-hint.tsx'
import { groupsOf } from './groups.ts'
import { TaskCard } from './task-card.tsx'
import styles from './tasks.module.css'
import { pageSize, useTasks } from './use-tasks.ts'
import { tasksWords } from './words.ts'

/** What has to be done, by deadline. */
export function TasksPage() {
  const say = useWords(tasksWords)
  const queue = useQueue()
  const read = useTasks(queue)
  const rows = read.data?.pages.flatMap(({ value }) => value.rows) ?? []
  return (
    <>
      <PageTitle name={say('title')} />
      <h1>{say('title')}</h1>
      <Queues queue={queue} />
      {read.isPending && <Waiting />}
      {read.error && <Refused error={read.error} onRetry={() => void read.refetch()} />}
      {read.data?.pages[0] && <FromPhone known={read.data.pages[0]} />}
      {read.data && rows.length === 0 && (
        <Empty title={say('empty')}>{say(queue === 'mine' ? 'emptyMine' : 'emptyWhy')}</Empty>
      )}
      <Groups rows={rows} />
      {read.hasNextPage && (
        <Act tone="plain" busy={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          {say('more', { count: pageSize })}
        </Act>
      )}
      <InstallHint />
    </>
  )
}

function Queues({ queue }: { queue: Queue }) {
  const say = useWords(tasksWords)
  const go = useGo()
  const choose = (chosen: Queue) => go({ to: '/', search: chosen === 'mine' ? { queue: chosen } : {} })
  return (
    <ToggleButtonGroup
      className={styles.queues!}
      aria-label={say('queues')}
      selectedKeys={[queue]}
      disallowEmptySelection
      onSelectionChange={(keys) => choose([...keys][0] as Queue)}
    >
      {queues.map((each) => (
        <ToggleButton key={each} id={each} className={styles.queue!}>
          {say(each)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function Groups({ rows }: { rows: readonly TaskRow[] }) {
  const say = useWords(tasksWords)
  return groupsOf(rows, new Date()).map(({ name, rows }) => (
    <section key={name} aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`}>{say(name)}</h2>
      <ul className={styles.list}>
        {rows.map((row) => (
          <TaskCard key={row.id} row={row} />
        ))}
      </ul>
    </section>
  ))
}
