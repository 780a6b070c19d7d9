import type { Name } from '#kernel/identity'
import { type Day, isWeekend, yearOf } from './days.ts'
import { type Hours, type Span, weekdayKey } from './hours.ts'

/** A day that differs from the plain week: a day off, or a make-up working day. */
export interface SpecialDay {
  readonly kind: 'rest' | 'work'
  readonly name: Name
}

/** What a year's notice says. A provisional one holds the statutory dates alone. */
export interface YearNotice {
  readonly year: number
  readonly source: string
  readonly provisional: boolean
  readonly days: ReadonlyMap<Day, SpecialDay>
}

/** Working hours from a day on, until the day before another. */
export interface HoursPeriod {
  readonly from: Day
  readonly until: Day
  readonly hours: Hours
}

/** The working time of one unit, for all days; a year without a notice is known by its weekends only, and provisional. */
export interface WorkCalendar {
  readonly timeZone: string
  readonly notices: ReadonlyMap<number, YearNotice>
  /** The notices' days together. */
  readonly days: ReadonlyMap<Day, SpecialDay>
  /** The first that holds the day counts. */
  readonly hours: readonly HoursPeriod[]
}

/** The days of all notices; where two name a day (late December), the later year's does. */
export function daysOf(notices: ReadonlyMap<number, YearNotice>): ReadonlyMap<Day, SpecialDay> {
  const years = [...notices.values()].sort((a, b) => a.year - b.year)
  return new Map(years.flatMap(({ days }) => [...days]))
}

/** The same calendar with one more notice, in place of that year's. */
export function withNotice(calendar: WorkCalendar, notice: YearNotice): WorkCalendar {
  const notices = new Map(calendar.notices).set(notice.year, notice)
  return { ...calendar, notices, days: daysOf(notices) }
}

/** @rule T3 @rule T8 */
export const isWorkday = (calendar: WorkCalendar, day: Day): boolean =>
  (calendar.days.get(day)?.kind ?? (isWeekend(day) ? 'rest' : 'work')) === 'work'

/** The day itself or the first working day after it. */
export function workdayFrom(calendar: WorkCalendar, day: Day): Day {
  let found = day
  while (!isWorkday(calendar, found)) found++
  return found
}

/** The nth working day after a day; the day itself for 0. */
export function addWorkdays(calendar: WorkCalendar, day: Day, count: number): Day {
  let found = day
  for (let left = count; left > 0; left--) found = workdayFrom(calendar, found + 1)
  return found
}

/** Working days after one day up to and including another; 0 where that is not later. */
export function countWorkdays(calendar: WorkCalendar, after: Day, upTo: Day): number {
  let count = 0
  for (let day = after + 1; day <= upTo; day++) if (isWorkday(calendar, day)) count++
  return count
}

/** When the unit works on a day; make-up days follow the normal shift. */
export function spansOn(calendar: WorkCalendar, day: Day): readonly Span[] {
  const hours = calendar.hours.find((period) => period.from <= day && day < period.until)?.hours ?? {}
  const special = calendar.days.get(day)
  if (special) return (special.kind === 'work' ? hours.workday : hours.restday) ?? []
  return hours[weekdayKey(day)] ?? (isWeekend(day) ? hours.restday : hours.workday) ?? []
}

/** The minute at which business ends on a day; a working day without hours of its own ends as it does by rule: at 24:00. */
export const closingMinute = (calendar: WorkCalendar, day: Day): number => spansOn(calendar, day).at(-1)?.[1] ?? 1440

/** The years among these days whose arrangement has not been announced. */
export function unannounced(calendar: WorkCalendar, from: Day, to: Day): number[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (calendar.notices.get(year)?.provisional ?? true) years.push(year)
  }
  return years
}
