import type { Day } from './days.ts'
import { spansOn, type WorkCalendar } from './work-calendar.ts'
import { instantOf, localDay } from './zone.ts'

// A unit without working hours for so long has no hours at all: a wrong table must not become an endless search.
const SEARCHED_DAYS = 3_660

/** A day's stretches of work as instants. */
function stretches(calendar: WorkCalendar, day: Day): (readonly [number, number])[] {
  const instant = (minute: number) => instantOf(day, minute, calendar.timeZone)
  return spansOn(calendar, day).map(([from, to]) => [instant(from), instant(to)])
}

/** Working time between two instants, in milliseconds; 0 where the second is not later. */
export function workingBetween(calendar: WorkCalendar, from: number, to: number): number {
  let sum = 0
  const last = localDay(to, calendar.timeZone)
  for (let day = localDay(from, calendar.timeZone); day <= last; day++) {
    for (const [start, end] of stretches(calendar, day)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return sum
}

/**
 * The instant at which that much working time has passed; the instant itself for none.
 * @throws Error where the unit has no working hours
 */
export function afterWorking(calendar: WorkCalendar, from: number, milliseconds: number): number {
  if (milliseconds <= 0) return from
  let left = milliseconds
  const first = localDay(from, calendar.timeZone)
  for (let day = first; day < first + SEARCHED_DAYS; day++) {
    for (const [start, end] of stretches(calendar, day)) {
      const begin = Math.max(start, from)
      if (end > begin && end - begin >= left) return begin + left
      left -= Math.max(0, end - begin)
    }
  }
  throw new Error('the unit has no working hours in its calendar')
}
