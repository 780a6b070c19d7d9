import type { Name } from '#kernel/identity'
import { givenSteps, toldDue } from './derivation.ts'
import { derive } from './derive.ts'
import type { LimitClock } from './limit-clock.ts'
import type { Derived } from './moves.ts'
import { neverEarlier } from './never-earlier.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** What a changed calendar does to a deadline: moves it, finds an earlier one that is not taken, or makes it definite. */
export type Change = 'later' | 'kept' | 'confirmed'

export interface Recount {
  readonly change: Change
  readonly from: Date
  readonly to: Date
  /** What the calendar alone would give. */
  readonly counted: Date
  readonly clock: LimitClock
}

/** Counts a running clock again after the calendar has changed; null where nothing changes for anybody. A paused one waits. */
export function recount(
  { derivation, provisional }: Derived & { readonly provisional: boolean },
  because: Name,
  calendar: WorkCalendar,
): Recount | null {
  const steps = givenSteps(derivation)
  const told = toldDue(derivation)
  const from = new Date(told)
  const counted = derive(steps, calendar)
  if (counted.state === 'paused') return null
  const found = { from, counted: counted.due }
  if (counted.due.getTime() > told) {
    const clock = derive([...steps, { step: 'recount', was: from.toISOString(), because }], calendar)
    return { ...found, change: 'later', to: clock.due, clock }
  }
  if (counted.due.getTime() < told) {
    const clock = neverEarlier(steps, told, because, calendar)
    return { ...found, change: 'kept', to: clock.due, clock }
  }
  return counted.provisional === provisional ? null : { ...found, change: 'confirmed', to: from, clock: counted }
}
