import type { Tx } from '#platform/database'
import { dayOf } from './days.ts'
import { loadCalendars } from './load-calendars.ts'
import { type Recount, recount } from './recount.ts'
import { type RunningClock, runningClocks } from './running-clocks.ts'
import { type WorkCalendar, withNotice, type YearNotice } from './work-calendar.ts'
import { instantOf } from './zone.ts'

/** What a notice does to one running clock. */
export interface ClockMove extends Recount {
  readonly clockId: number
  readonly caseId: number
  readonly name: string
  readonly ruleId: string
  readonly unit: number
}

/** Counts the running clocks again as if the notice stood, batch after batch; clocks for which nothing changes are left out. */
export async function* noticeMoves(tx: Tx, notice: YearNotice): AsyncGenerator<ClockMove[]> {
  const calendars = await loadCalendars(tx)
  const because = { zh: `《${notice.source}》`, en: `the holiday notice for ${notice.year}` }
  // A notice reaches back into the December before its year; what ends earlier holds none of its days.
  const reach = new Date(instantOf(dayOf(`${notice.year - 1}-12-01`), 0, calendars.timeZone))
  const calendarOf = remembered((unit: number) => withNotice(calendars.of(unit), notice))
  for await (const batch of runningClocks(tx, reach)) {
    const moves = batch.flatMap((clock) => {
      const found = recount(clock, because, calendarOf(clock.unit))
      return found ? [moveOf(clock, found)] : []
    })
    if (moves.length > 0) yield moves
  }
}

/** Each unit's calendar is put together once, however many clocks count by it. */
function remembered(make: (unit: number) => WorkCalendar): (unit: number) => WorkCalendar {
  const made = new Map<number, WorkCalendar>()
  return (unit) => {
    const calendar = made.get(unit) ?? make(unit)
    made.set(unit, calendar)
    return calendar
  }
}

const moveOf = ({ id, caseId, name, ruleId, unit }: RunningClock, found: Recount): ClockMove => ({
  clockId: id,
  caseId,
  name,
  ruleId,
  unit,
  ...found,
})
