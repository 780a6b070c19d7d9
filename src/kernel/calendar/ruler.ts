import { addMonths } from './days.ts'
import type { LimitUnit } from './limit.ts'
import { addWorkdays, countWorkdays, type WorkCalendar } from './work-calendar.ts'
import { afterWorking, workingBetween } from './working-time.ts'
import { localDay } from './zone.ts'

const HOUR = 3_600_000

/** How one unit is laid out along time. A place is an instant for hours, a day number for days, months and years. */
export interface Ruler {
  readonly of: 'instant' | 'day'
  placeOf(instant: number): number
  /** The place reached after an amount. */
  move(place: number, amount: number): number
  /** What lies between two places, in the unit in which a paused clock keeps its rest. */
  between(from: number, to: number): number
  /** The place reached after such a rest. */
  resume(place: number, rest: number): number
}

/** @rule T1 @rule T3 @rule T8 */
export function rulerOf(unit: LimitUnit, calendar: WorkCalendar): Ruler {
  const instants = { of: 'instant', placeOf: (instant: number) => instant } as const
  const days = { of: 'day', placeOf: (instant: number) => localDay(instant, calendar.timeZone) } as const
  const plainDays = { ...days, between: (from: number, to: number) => to - from, resume: plus }
  switch (unit) {
    case 'H':
      return {
        ...instants,
        move: (at, hours) => at + Math.round(hours * HOUR),
        between: (from, to) => to - from,
        resume: plus,
      }
    case 'WH': {
      const resume = (at: number, rest: number) => afterWorking(calendar, at, rest)
      const between = (from: number, to: number) => workingBetween(calendar, from, to)
      return { ...instants, move: (at, hours) => resume(at, Math.round(hours * HOUR)), between, resume }
    }
    case 'WD': {
      const move = (day: number, count: number) => addWorkdays(calendar, day, count)
      return { ...days, move, between: (from, to) => countWorkdays(calendar, from, to), resume: move }
    }
    case 'CD':
      return { ...plainDays, move: plus }
    case 'M':
      return { ...plainDays, move: addMonths }
    case 'Y':
      return { ...plainDays, move: (day, years) => addMonths(day, 12 * years) }
  }
}

const plus = (place: number, amount: number) => place + amount
