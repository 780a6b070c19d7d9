import { startOf } from './derivation.ts'
import type { LimitClock } from './limit-clock.ts'
import { countWorkdays, type WorkCalendar } from './work-calendar.ts'
import { workingBetween } from './working-time.ts'
import { localDay } from './zone.ts'

const HOUR = 3_600_000

/** What is left of a limit, or by how much it is overdue, as people count it: exactly one amount is set. */
export interface Remaining {
  readonly overdue: boolean
  readonly paused: boolean
  /** Working days after today up to the last one. */
  readonly workingDays?: number
  /** Calendar days after today up to the last one. */
  readonly days?: number
  /** Real hours, with fractions: also of a limit in days on its last day, and of one in working hours that is overdue. */
  readonly hours?: number
  /** Working hours, with fractions. */
  readonly workingHours?: number
}

/** What is left at an instant; of a paused clock, what was left at its pause. */
export function remaining(clock: LimitClock, now: Date, calendar: WorkCalendar): Remaining {
  const at = (clock.pausedAt ?? now).getTime()
  const due = clock.due.getTime()
  const state = { overdue: at > due, paused: clock.state === 'paused' }
  const [from, to] = state.overdue ? [due, at] : [at, due]
  return { ...state, ...distance(clock, from, to, calendar) }
}

function distance(clock: LimitClock, from: number, to: number, calendar: WorkCalendar): Partial<Remaining> {
  const start = startOf(clock.derivation)
  const unit = start.step === 'start' ? start.unit : 'H'
  const due = clock.due.getTime()
  const hours = (to - from) / HOUR
  if (unit === 'WH') return to === due ? { workingHours: workingBetween(calendar, from, to) / HOUR } : { hours }
  if (unit === 'H') return { hours }
  // 24:00 belongs to the day that it ends.
  const [first, last] = [from, to].map((at) => localDay(at === due ? at - 1 : at, start.timeZone)) as [number, number]
  if (unit !== 'WD') return last > first ? { days: last - first } : { hours }
  const workingDays = countWorkdays(calendar, first, last)
  return workingDays > 0 ? { workingDays } : { hours }
}
