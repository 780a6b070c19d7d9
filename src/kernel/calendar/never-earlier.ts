import type { Name } from '#kernel/identity'
import type { GivenStep } from './derivation.ts'
import { derive } from './derive.ts'
import type { LimitClock } from './limit-clock.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** The deadline that follows from the steps; where it would come before the one that was told, that one is kept, and says so. */
export function neverEarlier(
  steps: readonly GivenStep[],
  told: number,
  because: Name,
  calendar: WorkCalendar,
): LimitClock {
  const clock = derive(steps, calendar)
  if (clock.state === 'paused' || clock.due.getTime() >= told) return clock
  const until = new Date(told).toISOString()
  return derive([...steps, { step: 'keep', until, earlier: clock.due.toISOString(), because }], calendar)
}
