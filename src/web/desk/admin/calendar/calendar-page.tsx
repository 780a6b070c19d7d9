import { useQuery } from '@tanstack/react-query'
import { listNotices } from '#kernel-contract/calendar'
import { queryOf, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { holds, useMe } from '../../app/me.ts'
import { Mark } from '../../parts/mark.tsx'
import { Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import styles from '../admin.module.css'
import { lawWords } from '../law-words.ts'
import { Hours } from './hours.tsx'
import { LoadNotice } from './load-notice.tsx'

type Notice = ResponseOf<typeof listNotices>['notices'][number]

/** Which days are worked, by which notice, and at which hours. */
export function CalendarPage() {
  const say = useWords(lawWords)
  const { data, error, refetch } = useQuery(queryOf(listNotices))
  const keeps = holds(useMe(), 'systemAdministrator')
  return (
    <>
      <h1>{say('calendar')}</h1>
      <p className={styles.soft}>{say('calendarWhy')}</p>
      <section className={styles.card} aria-labelledby="notices-title">
        <h2 id="notices-title">{say('notices')}</h2>
        {error && <Refused error={error} onRetry={refetch} />}
        {!data && !error && <Waiting rows={3} />}
        {data && <Notices notices={data.notices} />}
        {keeps && <LoadNotice />}
      </section>
      <Hours keeps={keeps} />
    </>
  )
}

function Notices({ notices }: { notices: readonly Notice[] }) {
  const say = useWords(lawWords)
  const count = ({ days }: Notice, kind: 'rest' | 'work') => days.filter((day) => day.kind === kind).length
  const columns: Column<Notice>[] = [
    { head: say('year'), names: true, cell: ({ year }) => year },
    {
      head: say('source'),
      cell: ({ source, provisional }) => (
        <>
          {source} {provisional && <Mark tone="warning">{say('provisional')}</Mark>}
        </>
      ),
    },
    {
      head: say('days'),
      cell: (notice) =>
        `${say('restDays', { count: count(notice, 'rest') })} · ${say('workDays', { count: count(notice, 'work') })}`,
    },
  ]
  const rows = [...notices].sort((a, b) => b.year - a.year)
  return <Table caption={say('noticeTable')} columns={columns} rows={rows} keyOf={({ year }) => year} />
}
