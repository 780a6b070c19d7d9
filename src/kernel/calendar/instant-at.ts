import type { LimitClock } from './limit-clock.ts'
import { paceOf, runningPeriods } from './periods.ts'
import type { WorkCalendar } from './work-calendar.ts'

/**
 * The instant at which a share (0 to 1) of the limit's time has passed: of its working time for WD and WH, of real time for
 * the others; pauses do not count. Undefined while the clock is paused. @rule H12
 */
export function instantAt(
  clock: Pick<LimitClock, 'due' | 'state' | 'derivation'>,
  fraction: number,
  calendar: WorkCalendar,
): Date | undefined {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`${fraction} is no share`)
  if (clock.state === 'paused') return undefined
  if (fraction === 1) return clock.due
  const pace = paceOf(clock, calendar)
  const periods = runningPeriods(clock, clock.due.getTime())
  const spent = periods.map(([from, to]) => pace.between(from, to))
  let left = Math.round(fraction * spent.reduce((sum, part) => sum + part, 0))
  for (const [index, [from]] of periods.entries()) {
    if (left <= spent[index]!) return new Date(Math.min(pace.after(from, left), clock.due.getTime()))
    left -= spent[index]!
  }
  return clock.due
}
