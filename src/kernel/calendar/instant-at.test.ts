import { describe, expect, test } from 'vitest'
import { deadline } from './deadline.ts'
import { at, fixtureCalendar, read } from './fixture-calendar.ts'
import { instantAt } from './instant-at.ts'
import type { LimitUnit } from './limit.ts'
import { pause, resume } from './moves.ts'

const calendar = fixtureCalendar()
const clock = (start: string, amount: number, unit: LimitUnit) => deadline({ start: at(start), amount, unit, calendar })

describe('a share of a limit', () => {
  test.each([
    // 7.5 hours a day: 6 of the first day and 15 of the two after it.
    ['2026-11-23 10:00', 2, 'WD', 0.5, '2026-11-24 14:30'],
    ['2026-11-23 10:00', 24, 'H', 0.5, '2026-11-23 22:00'],
    ['2026-11-23 10:00', 24, 'H', 0.8, '2026-11-24 05:12'],
    ['2026-11-23 11:00', 4, 'WH', 0.5, '2026-11-23 14:30'],
    // From Monday 10:00 to Thursday 24:00 are 86 hours.
    ['2026-11-23 10:00', 3, 'CD', 0.5, '2026-11-25 05:00'],
  ] as const)('from %s, %i %s, %f is %s', (start, amount, unit, fraction, expected) => {
    expect(read(instantAt(clock(start, amount, unit), fraction, calendar))).toBe(expected)
  })

  test('begins with the limit and ends with it', () => {
    const week = clock('2026-11-23 10:00', 5, 'WD')
    expect(instantAt(week, 0, calendar)).toEqual(at('2026-11-23 10:00'))
    expect(instantAt(week, 1, calendar)).toEqual(week.due)
  })

  test('leaves out the time of pauses', () => {
    const stopped = pause(clock('2026-11-23 10:00', 10, 'H'), at('2026-11-23 12:00'), calendar)
    const resumed = resume(stopped, at('2026-11-24 12:00'), calendar)
    expect(read(instantAt(resumed, 0.2, calendar))).toBe('2026-11-23 12:00')
    expect(read(instantAt(resumed, 0.5, calendar))).toBe('2026-11-24 15:00')
  })

  test('has no instant while the clock is paused', () => {
    const stopped = pause(clock('2026-11-23 10:00', 10, 'H'), at('2026-11-23 12:00'), calendar)
    expect(instantAt(stopped, 0.5, calendar)).toBeUndefined()
  })

  test('lies between nothing and all', () => {
    expect(() => instantAt(clock('2026-11-23 10:00', 1, 'H'), 1.1, calendar)).toThrow(RangeError)
  })
})
