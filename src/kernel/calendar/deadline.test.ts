import { describe, expect, test } from 'vitest'
import { deadline } from './deadline.ts'
import { at, fixtureCalendar, read } from './fixture-calendar.ts'
import type { LimitUnit } from './limit.ts'
import { isWorkday } from './work-calendar.ts'

const calendar = fixtureCalendar()
const due = (start: string, amount: number, unit: LimitUnit, more = {}) =>
  read(deadline({ start: at(start), amount, unit, calendar, ...more }).due)

describe('the vectors of the law', () => {
  test.each([
    ['2026-09-18', 7, 'WD', '2026-09-29 17:30'],
    ['2026-02-13', 7, 'WD', '2026-03-02 17:30'],
    ['2026-09-30', 20, 'WD', '2026-11-03 17:30'],
    ['2026-11-23', 7, 'WD', '2026-12-02 17:30'],
    ['2026-09-20', 15, 'CD', '2026-10-09 00:00'],
    ['2026-08-02', 60, 'CD', '2026-10-09 00:00'],
  ] as const)('%s and %i %s end %s', (start, amount, unit, end) => {
    expect(due(`${start} 10:00`, amount, unit)).toBe(end)
  })

  test('the days of 2026 are 248 working days, as announced', () => {
    const days = Array.from({ length: 365 }, (_, index) => 20454 + index)
    expect(days.filter((day) => isWorkday(calendar, day))).toHaveLength(248)
  })
})

describe('a limit in working days', () => {
  test('leaves out the start day, whatever the hour', () => {
    expect(due('2026-11-23 00:00', 1, 'WD')).toBe('2026-11-24 17:30')
    expect(due('2026-11-23 23:59', 1, 'WD')).toBe('2026-11-24 17:30')
  })

  test('counts make-up days, with the normal shift', () => {
    expect(due('2026-10-09 09:00', 1, 'WD')).toBe('2026-10-10 17:30')
  })

  test('ends at 24:00 where its rule says so', () => {
    expect(due('2026-11-23 09:00', 1, 'WD', { endsAt: '24:00' })).toBe('2026-11-25 00:00')
  })

  test('of 0 ends today, and on the next working day when business is over or the day is off', () => {
    expect(due('2026-11-23 09:00', 0, 'WD')).toBe('2026-11-23 17:30')
    expect(due('2026-11-23 17:30', 0, 'WD')).toBe('2026-11-24 17:30')
    expect(due('2026-11-21 09:00', 0, 'WD')).toBe('2026-11-23 17:30')
  })

  test('ends when the unit closes: at noon on a half-day, at 24:00 where it never does', () => {
    const friday = fixtureCalendar({ workday: [['09:00', '17:00']], fri: [['09:00', '12:00']] })
    expect(due('2026-11-26 10:00', 1, 'WD', { calendar: friday })).toBe('2026-11-27 12:00')
    const always = fixtureCalendar({ workday: [['00:00', '24:00']], restday: [['00:00', '24:00']] })
    expect(due('2026-11-26 10:00', 1, 'WD', { calendar: always })).toBe('2026-11-28 00:00')
  })
})

describe('a limit in calendar days, months or years', () => {
  test('rolls over a weekend as over a holiday', () => {
    expect(due('2026-11-18 10:00', 3, 'CD')).toBe('2026-11-24 00:00')
  })

  test('ends on the last day of a month that has no such day', () => {
    expect(due('2026-08-31 10:00', 1, 'M')).toBe('2026-10-01 00:00')
    expect(due('2024-02-29 10:00', 1, 'Y')).toBe('2025-03-01 00:00')
  })

  test('may end with business instead', () => {
    expect(due('2026-11-18 10:00', 2, 'CD', { endsAt: 'closeOfBusiness' })).toBe('2026-11-20 17:30')
  })
})

describe('a limit in hours', () => {
  test('runs from the moment, through nights and holidays', () => {
    expect(due('2026-10-01 23:10', 2, 'H')).toBe('2026-10-02 01:10')
    expect(due('2026-11-23 10:00', 0.5, 'H')).toBe('2026-11-23 10:30')
  })

  test('of work runs while the unit works: lunch, night and days off do not count', () => {
    expect(due('2026-11-23 11:00', 2, 'WH')).toBe('2026-11-23 14:30')
    expect(due('2026-11-23 16:30', 4, 'WH')).toBe('2026-11-24 11:30')
    expect(due('2026-09-30 17:00', 1, 'WH')).toBe('2026-10-08 09:00')
  })

  test('of work that fills a shift ends with it, not with the next', () => {
    expect(due('2026-11-23 08:30', 3.5, 'WH')).toBe('2026-11-23 12:00')
    expect(due('2026-11-22 08:30', 7.5, 'WH')).toBe('2026-11-23 17:30')
  })
})

describe('a year without a notice', () => {
  test.each([
    ['2026-12-29 10:00', 7, 'WD', [2027]],
    ['2026-12-28 10:00', 2, 'WD', []],
    ['2026-12-01 10:00', 60, 'CD', [2027]],
    ['2026-12-31 10:00', 48, 'H', []],
    ['2026-12-31 17:00', 1, 'WH', [2027]],
    ['2026-01-05 10:00', 3, 'Y', [2029]],
  ] as const)('%s and %i %s: provisional for %j', (start, amount, unit, years) => {
    const clock = deadline({ start: at(start), amount, unit, calendar })
    expect(clock.provisional).toBe(years.length > 0)
    expect(clock.derivation.flatMap((step) => (step.step === 'provisional' ? step.years : []))).toEqual(years)
  })

  test('keeps its statutory dates off', () => {
    expect(due('2027-02-04 10:00', 1, 'WD')).toBe('2027-02-09 17:30')
  })
})

test('an amount that can’t be counted is refused', () => {
  for (const [amount, unit] of [
    [-1, 'H'],
    [1.5, 'WD'],
    [Number.NaN, 'CD'],
    [Number.POSITIVE_INFINITY, 'H'],
  ] as const) {
    expect(() => due('2026-11-23 10:00', amount, unit)).toThrow(RangeError)
  }
})

test('the days are those of the given time zone', () => {
  expect(due('2026-11-23 02:00', 1, 'WD', { timeZone: 'America/New_York' })).toBe('2026-11-24 06:30')
})
