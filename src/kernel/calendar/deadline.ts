import type { Name } from '#kernel/identity'
import { derive } from './derive.ts'
import { type EndsAt, type LimitUnit, usualEnd } from './limit.ts'
import type { LimitClock } from './limit-clock.ts'
import type { WorkCalendar } from './work-calendar.ts'

export interface NewClock {
  readonly start: Date
  readonly amount: number
  readonly unit: LimitUnit
  /** As usual for the unit when left out: working days end with business, other days at 24:00. */
  readonly endsAt?: EndsAt
  readonly ruleId?: string
  readonly source?: string
  readonly calendar: WorkCalendar
  /** The calendar's when left out. */
  readonly timeZone?: string
}

/**
 * When a limit ends, and why then. The start day is not counted; hours run from the moment. Days, months and years that end
 * on a day off end on the next working day, a month without the day on its last. An amount of 0 days ends on the start day,
 * or on the next working day where that has ended.
 * @rule T1 @rule T2 @rule T3 @rule T8
 * @throws RangeError for an amount below 0, or one of days, months or years that is not whole
 */
export function deadline(limit: NewClock): LimitClock {
  const { start, amount, unit, calendar, ruleId, source, endsAt = usualEnd(unit), timeZone = calendar.timeZone } = limit
  checkAmount(amount, unit)
  const rule = { ...(ruleId ? { ruleId } : {}), ...(source ? { source } : {}) }
  return derive([{ step: 'start', at: start.toISOString(), amount, unit, endsAt, timeZone, ...rule }], calendar)
}

/** @throws RangeError where such an amount can't be counted */
export function checkAmount(amount: number, unit: LimitUnit): void {
  const whole = unit === 'H' || unit === 'WH' || Number.isInteger(amount)
  if (!(amount >= 0 && Number.isFinite(amount) && whole))
    throw new RangeError(`a limit of ${amount} ${unit} can't be counted`)
}

export interface GivenDeadline {
  readonly start: Date
  readonly due: Date
  /** Who set it: 市12345平台. */
  readonly by: Name
  readonly calendar: WorkCalendar
}

/** A deadline that another body has set: kept as given, through pauses and changed calendars. */
export function givenDeadline({ start, due, by, calendar }: GivenDeadline): LimitClock {
  const { timeZone } = calendar
  return derive([{ step: 'given', at: start.toISOString(), due: due.toISOString(), by, timeZone }], calendar)
}
