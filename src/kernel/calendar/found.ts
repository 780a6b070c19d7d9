import type { Name } from '#kernel/identity'
import { type Day, dateText, isWeekend } from './days.ts'
import type { FoundStep, NamedDays } from './derivation.ts'
import type { WorkCalendar } from './work-calendar.ts'

interface Run {
  from: Day
  to: Day
  readonly name: Name
}

/** What a person needs to count working days after: days off, make-up days, weekends; null where it was a plain stretch. */
export function countedStep(
  calendar: WorkCalendar,
  after: Day,
  upTo: Day,
): Extract<FoundStep, { step: 'counted' }> | null {
  const rests: Run[] = []
  const makeUps: Run[] = []
  let weekendDays = 0
  for (let day = after + 1; day <= upTo; day++) {
    const special = calendar.days.get(day)
    if (special) lengthen(special.kind === 'rest' ? rests : makeUps, day, special.name)
    else if (isWeekend(day)) weekendDays++
  }
  if (rests.length + makeUps.length + weekendDays === 0) return null
  return { step: 'counted', rests: rests.map(dated), makeUps: makeUps.map(dated), weekendDays }
}

/** The holiday among these days; null where it is a plain weekend. */
export function overName(calendar: WorkCalendar, from: Day, until: Day): Name | null {
  for (let day = from; day < until; day++) {
    const special = calendar.days.get(day)
    if (special) return special.name
  }
  return null
}

function lengthen(runs: Run[], day: Day, name: Name): void {
  const last = runs.at(-1)
  if (last?.to === day - 1 && last.name.zh === name.zh) last.to = day
  else runs.push({ from: day, to: day, name })
}

const dated = ({ from, to, name }: Run): NamedDays => ({ from: dateText(from), to: dateText(to), name })
