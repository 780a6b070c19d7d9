import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { readAuditLog } from '#kernel-contract/identity'
import { call, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { Moment } from '../../parts/moment.tsx'
import { Empty, Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import styles from '../admin.module.css'
import { TextField } from '../text-field.tsx'
import { adminWords } from '../words.ts'

type AuditEvent = ResponseOf<typeof readAuditLog>['events'][number]

const PAGE = 100
// Days are the district's: midnight there.
const midnight = (day: string) => `${day}T00:00:00+08:00`

interface Window {
  readonly from: string
  readonly to: string
}

const useEvents = ({ from, to }: Window) =>
  useInfiniteQuery({
    queryKey: [readAuditLog.path, from, to],
    queryFn: ({ pageParam, signal }) => {
      const days = { ...(from && { from: midnight(from) }), ...(to && { to: midnight(to) }) }
      return call(readAuditLog, { query: { limit: PAGE, ...days, ...(pageParam && { before: pageParam }) }, signal })
    },
    initialPageParam: 0,
    getNextPageParam: ({ events }) => (events.length === PAGE ? events.at(-1)?.id : undefined),
  })

/** Who did what when, as the sealed evidence has it. */
export function AuditPage() {
  const say = useWords(adminWords)
  const [window, setWindow] = useState<Window>({ from: '', to: '' })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvents(window)
  const rows = data?.pages.flatMap(({ events }) => events) ?? []
  return (
    <>
      <h1>{say('audit')}</h1>
      <div className={styles.tools}>
        <TextField
          label={say('auditFrom')}
          type="date"
          value={window.from}
          onChange={(from) => setWindow({ ...window, from })}
        />
        <TextField
          label={say('auditTo')}
          type="date"
          value={window.to}
          onChange={(to) => setWindow({ ...window, to })}
        />
      </div>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <Empty title={say('nobody')} />}
      {rows.length > 0 && <Events rows={rows} />}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  )
}

function Events({ rows }: { rows: readonly AuditEvent[] }) {
  const say = useWords(adminWords)
  const who = ({ actorKind, actorId }: AuditEvent) =>
    actorKind === 'staff'
      ? say('staffNumber', { id: actorId ?? 0 })
      : say(actorKind === 'resident' ? 'resident' : 'system')
  const columns: Column<AuditEvent>[] = [
    { head: say('at'), names: true, cell: ({ at }) => <Moment at={at} className={styles.when} /> },
    { head: say('who'), cell: who },
    { head: say('verb'), cell: ({ verb }) => verb },
    { head: say('subject'), cell: ({ subject, subjectId }) => `${subject} ${subjectId}` },
    { head: say('data'), cell: ({ data }) => <span className={styles.code}>{JSON.stringify(data)}</span> },
  ]
  return <Table caption={say('auditTable')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
