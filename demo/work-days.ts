import { dateText, dayOf, isWorkday, loadCalendars } from '#kernel/calendar'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'

/** Instants before now, told as offices remember them. */
export interface Past {
  readonly now: Date
  /** The nth working day before today (1 is the last one), at a time of the district's clock. */
  back(workdays: number, time: string): Date
  hoursAgo(hours: number): Date
}

const MOST = 60
const HOUR = 3_600_000

/** @throws Error where the calendar knows fewer than 60 working days in the five months before today */
export async function pastOf(tx: Tx, now: Date): Promise<Past> {
  const calendar = (await loadCalendars(tx)).of(null)
  const today = dayOf(dateOf(now))
  const days = Array.from({ length: 150 }, (_, ago) => today - 1 - ago).filter((day) => isWorkday(calendar, day))
  if (days.length < MOST) throw new Error('the calendar has too few working days for the demo')
  return {
    now,
    back: (workdays, time) => new Date(`${dateText(days[workdays - 1]!)}T${time}:00+08:00`),
    hoursAgo: (hours) => new Date(now.getTime() - hours * HOUR),
  }
}
