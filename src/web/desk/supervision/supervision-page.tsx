import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listTasks, type TaskRow } from '#kernel-contract/cases'
import { call, nameIn, useLive, useWords } from '#kit'
import { reading } from '../app/reading.ts'
import { Due } from '../parts/due.tsx'
import { Empty, Refused, Waiting } from '../parts/states.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { useTitle } from '../parts/use-title.ts'
import { byUnit, type UnitLoad } from './by-unit.ts'
import styles from './supervision.module.css'
import { supervisionWords } from './words.ts'

// Enough to see whose work burns; the list behind each number has all of it.
const PAGES = 5
const PAGE = 100

async function readSoon(signal: AbortSignal): Promise<{ rows: TaskRow[]; isAll: boolean }> {
  const rows: TaskRow[] = []
  let after: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const query = { queue: 'above', due: 'week', waiting: true, limit: PAGE, ...(after && { after }) } as const
    const answer: { rows: TaskRow[]; next: string | null } = await call(listTasks, { query, signal })
    rows.push(...answer.rows)
    after = answer.next
    if (after === null) break
  }
  return { rows, isAll: after === null }
}

const key = [listTasks.path, 'supervision']

/** What is late and whose, one click from the cases. */
export function SupervisionPage() {
  const say = useWords(supervisionWords)
  useTitle(say('title'))
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readSoon(signal),
    staleTime: 30_000,
  })
  useLive('case', () => void reading.invalidateQueries({ queryKey: key, refetchType: 'none' }))
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      {error && <Refused error={error} onRetry={refetch} />}
      {data ? <Loads {...data} /> : !error && <Waiting />}
    </div>
  )
}

function Loads({ rows, isAll }: { rows: readonly TaskRow[]; isAll: boolean }) {
  const say = useWords(supervisionWords)
  const loads = byUnit(rows)
  const columns: Column<UnitLoad>[] = [
    { head: say('unit'), names: true, cell: ({ unit }) => nameIn(unit.name) },
    { head: say('overdue'), cell: (load) => <Count load={load} due="overdue" count={load.overdue} /> },
    { head: say('week'), cell: (load) => <Count load={load} due="week" count={load.soon} /> },
    { head: say('first'), cell: (load) => <First {...load} /> },
  ]
  if (loads.length === 0) return <Empty title={say('calm')}>{say('calmHow')}</Empty>
  const overdue = rows.filter((row) => row.overdue).length
  const week = say(isAll ? 'count' : 'atLeast', { count: rows.length - overdue })
  return (
    <>
      <p>{say('summary', { overdue, week: week.replace(/ 件$/, ''), units: loads.length })}</p>
      <Table caption={say('table')} columns={columns} rows={loads} keyOf={({ unit }) => unit.id} />
    </>
  )
}

function First({ first, unit }: UnitLoad) {
  return (
    <>
      <Link to="/work" search={{ queue: 'above', unit: unit.id, case: first.caseId }}>
        {first.title}
      </Link>{' '}
      {first.dueAt && <Due at={first.dueAt} remaining={first.remaining} overdue={first.overdue} />}
    </>
  )
}

function Count({ load, due, count }: { load: UnitLoad; due: 'overdue' | 'week'; count: number }) {
  const say = useWords(supervisionWords)
  if (count === 0) return say('none')
  const label = say('see', { unit: nameIn(load.unit.name), what: say(due) })
  return (
    <span className={due === 'overdue' ? styles.late : undefined}>
      <Link to="/work" search={{ queue: 'above', unit: load.unit.id, due, waiting: true }} title={label}>
        {say('count', { count })}
      </Link>
    </span>
  )
}
