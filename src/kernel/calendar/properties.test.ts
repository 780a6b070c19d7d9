import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadline } from './deadline.ts'
import { fixtureCalendar } from './fixture-calendar.ts'
import { instantAt } from './instant-at.ts'
import { type LimitUnit, limitUnits } from './limit.ts'
import { extend, pause, replay, resume } from './moves.ts'
import { countWorkdays, isWorkday } from './work-calendar.ts'
import { workingBetween } from './working-time.ts'
import { localDay } from './zone.ts'

const zone = 'Asia/Shanghai'
const calendars = [
  fixtureCalendar(),
  fixtureCalendar({ workday: [['09:00', '16:00']], fri: [['09:00', '12:00']], restday: [['10:00', '11:30']] }),
  fixtureCalendar({ workday: [['00:00', '24:00']], restday: [['00:00', '24:00']] }),
]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const minute = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE })
    .map((minutes) => new Date(minutes * MINUTE))
const instant = minute('2018-01-01', '2027-06-30')
const calendar = fc.constantFrom(...calendars)
const most: Record<LimitUnit, number> = { H: 200, WH: 80, CD: 120, WD: 60, M: 24, Y: 3 }
const limit = fc
  .constantFrom(...limitUnits)
  .chain((unit) => fc.record({ unit: fc.constant(unit), amount: fc.nat(most[unit]) }))
const ends = fc.constantFrom('closeOfBusiness' as const, '24:00' as const)
const clock = fc
  .record({ start: instant, limit, endsAt: ends, calendar })
  .map(({ limit: { amount, unit }, ...rest }) => ({
    unit,
    given: rest.calendar,
    clock: deadline({ ...rest, amount, unit }),
  }))
const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds)
const inDays = (unit: LimitUnit) => unit !== 'H' && unit !== 'WH'
const runs = { numRuns: 400 }

test('a later start or a greater amount never ends earlier', () => {
  const further = fc.record({ delay: fc.nat(20 * 24 * 60), more: fc.nat(20) })
  fc.assert(
    fc.property(
      instant,
      limit,
      ends,
      calendar,
      further,
      (start, { amount, unit }, endsAt, calendar, { delay, more }) => {
        const due = (from: Date, many: number) =>
          deadline({ start: from, amount: many, unit, endsAt, calendar }).due.getTime()
        expect(due(later(start, delay * MINUTE), amount)).toBeGreaterThanOrEqual(due(start, amount))
        expect(due(start, amount + more)).toBeGreaterThanOrEqual(due(start, amount))
        expect(due(start, amount)).toBeGreaterThanOrEqual(start.getTime())
      },
    ),
    runs,
  )
})

test('a limit in days never ends on a day off, and one in working days holds exactly so many', () => {
  fc.assert(
    fc.property(instant, limit, calendar, (start, { amount, unit }, calendar) => {
      fc.pre(inDays(unit))
      const due = deadline({ start, amount, unit, calendar }).due.getTime()
      const last = localDay(due - 1, zone)
      expect(isWorkday(calendar, last)).toBe(true)
      if (unit === 'WD' && amount > 0)
        expect(countWorkdays(calendar, localDay(start.getTime(), zone), last)).toBe(amount)
    }),
    runs,
  )
})

test('working hours hold exactly so much working time', () => {
  fc.assert(
    fc.property(instant, fc.nat(80), calendar, (start, amount, calendar) => {
      const due = deadline({ start, amount, unit: 'WH', calendar }).due.getTime()
      expect(workingBetween(calendar, start.getTime(), due)).toBe(amount * HOUR)
    }),
    runs,
  )
})

test('a pause moves the end by exactly what it took, as the limit counts', () => {
  const pauses = fc.record({ wait: fc.nat(100), length: fc.nat(40 * 24 * 60) })
  fc.assert(
    fc.property(instant, limit, calendar, pauses, (start, { amount, unit }, calendar, { wait, length }) => {
      const running = deadline({ start, amount: amount + 1, unit, calendar })
      const span = running.due.getTime() - start.getTime()
      const from = later(start, Math.floor((span * wait) / 101))
      const to = later(from, length * MINUTE)
      const resumed = resume(pause(running, from, calendar), to, calendar)
      const [before, after] = [running.due.getTime(), resumed.due.getTime()]
      const [first, last] = [localDay(from.getTime(), zone), localDay(to.getTime(), zone)]
      if (unit === 'H') expect(after - before).toBe(to.getTime() - from.getTime())
      if (unit === 'WH')
        expect(workingBetween(calendar, before, after)).toBe(workingBetween(calendar, from.getTime(), to.getTime()))
      // A pause on the last day leaves the day of the resumption, which need not be a working day.
      fc.pre(unit !== 'WD' || first < localDay(before - 1, zone))
      if (unit === 'WD') {
        const moved = countWorkdays(calendar, localDay(before - 1, zone), localDay(after - 1, zone))
        expect(moved).toBe(countWorkdays(calendar, first, last))
      }
      expect(after).toBeGreaterThanOrEqual(before)
    }),
    runs,
  )
})

test('an extension never shortens, and a longer one never ends earlier', () => {
  const by = fc.record({ amount: fc.nat(20), more: fc.nat(5), unit: fc.constantFrom('CD', 'WD', 'M', 'H', 'WH') })
  fc.assert(
    fc.property(clock, by, ({ unit, given, clock }, { amount, more, unit: by }) => {
      fc.pre(!inDays(unit) || inDays(by as LimitUnit))
      const extended = (many: number) => extend(clock, { amount: many, unit: by as LimitUnit }, given).due.getTime()
      expect(extended(amount)).toBeGreaterThanOrEqual(clock.due.getTime())
      expect(extended(amount + more)).toBeGreaterThanOrEqual(extended(amount))
    }),
    runs,
  )
})

test('a greater share of a limit never lies earlier, and all lie within the limit', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(clock, share, share, ({ clock, given }, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((part) => instantAt(clock, part, given)!)
      expect(less!.getTime()).toBeLessThanOrEqual(more!.getTime())
      expect(more!.getTime()).toBeLessThanOrEqual(clock.due.getTime())
      expect(less!.getTime()).toBeGreaterThanOrEqual(instantAt(clock, 0, given)!.getTime())
    }),
    runs,
  )
})

test('a derivation gives the same deadline again, after JSON and any moves', () => {
  const moves = fc.array(fc.record({ wait: fc.nat(5000), extension: fc.nat(5) }), { maxLength: 4 })
  fc.assert(
    fc.property(clock, moves, ({ clock, unit, given }, moves) => {
      let now = new Date(clock.derivation.flatMap((step) => ('at' in step ? [step.at] : []))[0]!)
      let moved = clock
      for (const { wait, extension } of moves) {
        now = later(now, wait * MINUTE)
        moved = moved.state === 'paused' ? resume(moved, now, given) : pause(moved, now, given)
        moved = extend(moved, { amount: extension, unit: inDays(unit) ? 'WD' : 'H' }, given)
      }
      expect(replay(JSON.parse(JSON.stringify(moved)), given)).toEqual(moved)
    }),
    runs,
  )
})
