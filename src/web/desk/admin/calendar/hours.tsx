import { useQuery } from '@tanstack/react-query'
import { listHours } from '#kernel-contract/calendar'
import { nameIn, queryOf, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { unitsQuery } from '../../parts/unit-select.tsx'
import styles from '../admin.module.css'
import { lawWords } from '../law-words.ts'
import { ChangeHours } from './change-hours.tsx'
import { spansInWords } from './hours-text.ts'

type Shift = ResponseOf<typeof listHours>['hours'][number]

/** When the district and its units work. */
export function Hours({ keeps }: { keeps: boolean }) {
  const say = useWords(lawWords)
  const { data, error, refetch } = useQuery(queryOf(listHours, {}))
  return (
    <section className={styles.card} aria-labelledby="hours-title">
      <h2 id="hours-title">{say('hours')}</h2>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting rows={2} />}
      {data && <HoursTable hours={data.hours} />}
      {keeps && <ChangeHours />}
    </section>
  )
}

function HoursTable({ hours }: { hours: readonly Shift[] }) {
  const say = useWords(lawWords)
  const { data } = useQuery(unitsQuery)
  const unitOf = (id: number | null) => {
    const unit = data?.units.find((each) => each.id === id)
    return unit ? nameIn(unit.name) : say('wholeDistrict')
  }
  const columns: Column<Shift>[] = [
    { head: say('unit'), names: true, cell: ({ unit }) => unitOf(unit) },
    { head: say('workday'), cell: (shift) => spansInWords(shift.hours.workday) || say('closed') },
    { head: say('restday'), cell: (shift) => spansInWords(shift.hours.restday) || say('closed') },
    { head: say('from'), cell: ({ from, to }) => [from, to].filter(Boolean).join(' – ') },
    { head: say('source'), cell: ({ source }) => source },
  ]
  return <Table caption={say('hoursTable')} columns={columns} rows={hours} keyOf={({ id }) => id} />
}
