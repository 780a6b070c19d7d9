import { startOf } from './derivation.ts'
import type { Derived } from './moves.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { afterWorking, workingBetween } from './working-time.ts'

/** The stretches in which a clock has run or is to run, as instants, up to its end. */
export function runningPeriods({ derivation }: Derived, due: number): [from: number, to: number][] {
  const periods: [number, number][] = []
  let from: number | null = Date.parse(startOf(derivation).at)
  for (const step of derivation) {
    if (step.step === 'pause' && from !== null) {
      periods.push([from, Math.min(Date.parse(step.at), due)])
      from = null
    }
    if (step.step === 'resume') from = Date.parse(step.at)
  }
  if (from !== null) periods.push([from, due])
  return periods.filter(([begin, end]) => end > begin)
}

/** Time as a limit spends it: working time for WD and WH, real time for the others. */
export interface Pace {
  between(from: number, to: number): number
  after(from: number, milliseconds: number): number
}

export function paceOf({ derivation }: Derived, calendar: WorkCalendar): Pace {
  const start = startOf(derivation)
  const working = start.step === 'start' && (start.unit === 'WD' || start.unit === 'WH')
  if (!working) return { between: (from, to) => to - from, after: (from, milliseconds) => from + milliseconds }
  return {
    between: (from, to) => workingBetween(calendar, from, to),
    after: (from, milliseconds) => afterWorking(calendar, from, milliseconds),
  }
}
