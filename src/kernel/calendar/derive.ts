import { dateText } from './days.ts'
import type { Derivation, DerivationStep, GivenStep, Start } from './derivation.ts'
import { countedStep, overName } from './found.ts'
import { type EndsAt, type LimitUnit, usualEnd } from './limit.ts'
import type { LimitClock } from './limit-clock.ts'
import { type Ruler, rulerOf } from './ruler.ts'
import { closingMinute, unannounced, type WorkCalendar, workdayFrom } from './work-calendar.ts'
import { instantOf, localDay } from './zone.ts'

/** How far the count has come. `end` is a place on the unit's ruler, before any roll-over. */
interface Count {
  readonly calendar: WorkCalendar
  readonly unit: LimitUnit
  readonly endsAt: EndsAt
  readonly ruler: Ruler
  /** A deadline given from above is not counted, so it does not move with pauses. */
  readonly fixed: boolean
  readonly steps: DerivationStep[]
  readonly years: Set<number>
  end: number
  due: number
  /** The count's last beginning: a limit never ends before it began. */
  begun: number
  pausedAt: number | null
  /** A promise that was kept: no later count ends before it. */
  least: number
}

/** The deadline that follows from what happened and a calendar; the same steps and calendar always give the same. */
export function derive([first, ...later]: readonly GivenStep[], calendar: WorkCalendar): LimitClock {
  const count = begin(first as Start, calendar)
  for (const step of later) take(count, step)
  const years = [...count.years].sort((a, b) => a - b)
  const derivation: Derivation = years.length > 0 ? [...count.steps, { step: 'provisional', years }] : count.steps
  return {
    due: new Date(count.due),
    state: count.pausedAt === null ? 'running' : 'paused',
    pausedAt: count.pausedAt === null ? null : new Date(count.pausedAt),
    provisional: years.length > 0,
    derivation,
  }
}

function begin(start: Start, given: WorkCalendar): Count {
  const calendar = { ...given, timeZone: start.timeZone }
  const unit = start.step === 'start' ? start.unit : 'H'
  const endsAt = start.step === 'start' ? start.endsAt : usualEnd(unit)
  const ruler = rulerOf(unit, calendar)
  const begun = Date.parse(start.at)
  const place = ruler.placeOf(begun)
  const end = start.step === 'start' ? ruler.move(place, start.amount) : Date.parse(start.due)
  const state = { end, due: end, begun, pausedAt: null, least: 0, steps: [start], years: new Set<number>() }
  const count: Count = { ...state, calendar, unit, endsAt, ruler, fixed: start.step === 'given' }
  tellCounted(count, unit, place, end)
  settle(count)
  return count
}

function take(count: Count, step: GivenStep): void {
  if (step.step === 'keep') forgetEnd(count.steps)
  count.steps.push(step)
  if (step.step === 'pause') count.pausedAt = Date.parse(step.at)
  if (step.step === 'resume') resume(count, Date.parse(step.at))
  if (step.step === 'extend') extend(count, step)
  if (step.step === 'keep') keep(count, Date.parse(step.until))
}

/** What was left at the pause is laid on from the resumption. A clock that was overdue at its pause stays so. @rule T10 */
function resume(count: Count, at: number): void {
  const { ruler, pausedAt, due, fixed } = count
  count.pausedAt = null
  if (pausedAt !== null && pausedAt < due && !fixed) {
    const place = ruler.placeOf(at)
    const rest = Math.max(0, ruler.between(ruler.placeOf(pausedAt), count.end))
    count.begun = at
    count.end = ruler.resume(place, rest)
    tellCounted(count, count.unit, place, count.end)
  }
  settle(count)
}

function extend(count: Count, { amount, unit }: { amount: number; unit: LimitUnit }): void {
  const { calendar, ruler, end } = count
  const further = rulerOf(unit, calendar)
  if (ruler.of === 'day' && further.of === 'instant') throw new RangeError('a limit in days is extended by days')
  // Working days follow the day on which the limit really ends; other days its own last day.
  const last = ruler.of === 'day' ? end : localDay(end, calendar.timeZone)
  const from = further.of === 'instant' ? end : unit === 'WD' ? workdayFrom(calendar, last) : last
  const to = further.move(from, amount)
  const converted = ruler.of === 'instant' && further.of === 'day'
  count.end = converted ? Math.max(end, closing(count, workdayFrom(calendar, to))) : to
  tellCounted(count, unit, from, to)
  settle(count)
}

/** An end that gave way to a promise was never told to anybody. */
function forgetEnd(steps: DerivationStep[]): void {
  while (steps.at(-1)?.step === 'due' || steps.at(-1)?.step === 'rolled') steps.pop()
}

function keep(count: Count, until: number): void {
  const { ruler, calendar } = count
  count.end = Math.max(count.end, ruler.of === 'day' ? localDay(until - 1, calendar.timeZone) : until)
  count.least = until
  settle(count)
}

/** Rolls a last day that is no working day, finds the instant, and says both. @rule T2 */
function settle(count: Count): void {
  count.due = Math.max(count.least, count.ruler.of === 'day' ? settleDay(count) : count.end)
  if (count.pausedAt === null) tellDue(count)
}

function settleDay(count: Count): number {
  const { calendar, steps, years } = count
  let last = workdayFrom(calendar, count.end)
  if (closing(count, last) <= count.begun) last = count.end = workdayFrom(calendar, last + 1)
  for (const year of unannounced(calendar, count.end, last)) years.add(year)
  if (last > count.end) {
    const over = overName(calendar, count.end, last)
    steps.push({ step: 'rolled', from: dateText(count.end), to: dateText(last), over })
  }
  return closing(count, last)
}

const closing = ({ calendar, endsAt }: Count, day: number): number =>
  instantOf(day, endsAt === '24:00' ? 1440 : closingMinute(calendar, day), calendar.timeZone)

function tellCounted(count: Count, unit: LimitUnit, from: number, to: number): void {
  if (count.fixed || (unit !== 'WD' && unit !== 'WH')) return
  const { calendar } = count
  const day = (place: number) => (unit === 'WD' ? place : localDay(place, calendar.timeZone))
  for (const year of unannounced(calendar, day(from), day(to))) count.years.add(year)
  const counted = countedStep(calendar, unit === 'WD' ? from : day(from) - 1, day(to))
  if (counted) count.steps.push(counted)
}

function tellDue({ ruler, due, steps, calendar }: Count): void {
  // 24:00 belongs to the day that it ends.
  const day = localDay(ruler.of === 'day' ? due - 1 : due, calendar.timeZone)
  const minute = Math.floor((due - instantOf(day, 0, calendar.timeZone)) / 60_000)
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  steps.push({ step: 'due', at: new Date(due).toISOString(), date: dateText(day), time })
}
