import { checkAmount } from './deadline.ts'
import { type Derivation, type GivenStep, givenSteps, toldDue } from './derivation.ts'
import { derive } from './derive.ts'
import type { LimitUnit } from './limit.ts'
import type { LimitClock } from './limit-clock.ts'
import { neverEarlier } from './never-earlier.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Anything that keeps a derivation: a LimitClock, or a row of the table of clocks. */
export interface Derived {
  readonly derivation: Derivation
}

/** Stops a clock. @rule T10 @throws RangeError where it is paused already, or before its last step */
export function pause(clock: Derived, at: Date, calendar: WorkCalendar): LimitClock {
  return further(clock, calendar, { step: 'pause', at: at.toISOString() })
}

/**
 * Lets a paused clock run on with what was left: the end moves by exactly the paused hours, working hours or days, counted as
 * the limit counts. What ended on the pause's own day ends on the day of the resumption.
 * @rule T10 @throws RangeError where it is not paused, or before the pause
 */
export function resume(clock: Derived, at: Date, calendar: WorkCalendar): LimitClock {
  return further(clock, calendar, { step: 'resume', at: at.toISOString() })
}

/** Prolongs a clock, paused or not, from its end. @rule H10 @throws RangeError for an amount that can't be counted, or hours on days */
export function extend(clock: Derived, by: { amount: number; unit: LimitUnit }, calendar: WorkCalendar): LimitClock {
  checkAmount(by.amount, by.unit)
  return further(clock, calendar, { step: 'extend', amount: by.amount, unit: by.unit })
}

/** Works the deadline out again: the same with the same calendar. */
export function replay(clock: Derived, calendar: WorkCalendar): LimitClock {
  return derive(givenSteps(clock.derivation), calendar)
}

const changedHours = { zh: '工作时间或放假安排有变', en: 'changed working hours or holidays' }

function further({ derivation }: Derived, calendar: WorkCalendar, step: GivenStep): LimitClock {
  const steps = givenSteps(derivation)
  const instants = steps.flatMap((earlier) => ('at' in earlier ? [earlier] : []))
  const paused = instants.at(-1)?.step === 'pause'
  if ((step.step === 'pause' && paused) || (step.step === 'resume' && !paused)) {
    throw new RangeError(`a clock that is ${paused ? 'paused' : 'running'} can't ${step.step}`)
  }
  const last = instants.at(-1)?.at
  if ('at' in step && last && Date.parse(step.at) < Date.parse(last))
    throw new RangeError(`${step.at} is before ${last}`)
  return neverEarlier([...steps, step], toldDue(derivation), changedHours, calendar)
}
