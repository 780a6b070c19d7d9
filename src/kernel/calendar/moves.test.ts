import { describe, expect, test } from 'vitest'
import { deadline, givenDeadline } from './deadline.ts'
import { at, fixtureCalendar, read } from './fixture-calendar.ts'
import type { LimitUnit } from './limit.ts'
import { clockColumns } from './limit-clock.ts'
import { extend, pause, replay, resume } from './moves.ts'

const calendar = fixtureCalendar()
const clock = (start: string, amount: number, unit: LimitUnit) => deadline({ start: at(start), amount, unit, calendar })
const paused = (start: string, amount: number, unit: LimitUnit, from: string, to: string) =>
  read(resume(pause(clock(start, amount, unit), at(from), calendar), at(to), calendar).due)

describe('a pause', () => {
  test('moves working days by the working days that it took', () => {
    expect(paused('2026-09-18 10:00', 7, 'WD', '2026-09-21 09:00', '2026-09-23 16:00')).toBe('2026-10-08 17:30')
  })

  test('within one day moves no limit in days', () => {
    expect(paused('2026-09-18 10:00', 7, 'WD', '2026-09-21 09:00', '2026-09-21 16:00')).toBe('2026-09-29 17:30')
  })

  test('on the last day leaves the day of the resumption, or the next when business is over', () => {
    expect(paused('2026-11-23 10:00', 1, 'WD', '2026-11-24 09:00', '2026-11-26 09:00')).toBe('2026-11-26 17:30')
    expect(paused('2026-11-23 10:00', 1, 'WD', '2026-11-24 09:00', '2026-11-26 18:00')).toBe('2026-11-27 17:30')
  })

  test('moves calendar days from their own last day, which then rolls over', () => {
    expect(paused('2026-09-20 10:00', 15, 'CD', '2026-09-22 09:00', '2026-09-24 09:00')).toBe('2026-10-09 00:00')
    expect(paused('2026-09-20 10:00', 15, 'CD', '2026-09-22 09:00', '2026-09-26 09:00')).toBe('2026-10-10 00:00')
  })

  test('in the rolled-over days leaves the day of the resumption', () => {
    expect(paused('2026-09-20 10:00', 15, 'CD', '2026-10-06 09:00', '2026-10-20 09:00')).toBe('2026-10-21 00:00')
  })

  test('moves hours to the minute, and working hours by working hours', () => {
    expect(paused('2026-11-23 10:00', 24, 'H', '2026-11-23 12:15', '2026-11-25 12:15')).toBe('2026-11-26 10:00')
    expect(paused('2026-11-23 09:00', 4, 'WH', '2026-11-23 10:00', '2026-11-23 17:00')).toBe('2026-11-24 11:00')
  })

  test('of a clock that is overdue changes nothing', () => {
    expect(paused('2026-11-23 10:00', 1, 'WD', '2026-11-25 09:00', '2026-11-26 09:00')).toBe('2026-11-24 17:30')
  })

  test('is one at a time, and after what went before', () => {
    const running = clock('2026-11-23 10:00', 3, 'WD')
    const stopped = pause(running, at('2026-11-24 10:00'), calendar)
    expect(() => pause(stopped, at('2026-11-24 11:00'), calendar)).toThrow('paused')
    expect(() => resume(running, at('2026-11-24 11:00'), calendar)).toThrow('running')
    expect(() => resume(stopped, at('2026-11-24 09:00'), calendar)).toThrow('before')
  })

  test('is told: the state, since when, and the deadline that would have been', () => {
    const stopped = pause(clock('2026-11-23 10:00', 3, 'WD'), at('2026-11-24 10:00'), calendar)
    expect(clockColumns(stopped)).toMatchObject({
      state: 'paused',
      paused: { at: '2026-11-24T02:00:00.000Z' },
      due_at: '2026-11-26T09:30:00.000Z',
      provisional: false,
    })
  })
})

describe('an extension', () => {
  test('adds working days to the deadline', () => {
    expect(read(extend(clock('2026-09-18 10:00', 7, 'WD'), { amount: 10, unit: 'WD' }, calendar).due)).toBe(
      '2026-10-19 17:30',
    )
  })

  test('adds calendar days to the limit’s own last day: 60 and 30 are 90', () => {
    const extended = extend(clock('2026-08-02 10:00', 60, 'CD'), { amount: 30, unit: 'CD' }, calendar)
    expect(extended.due).toEqual(clock('2026-08-02 10:00', 90, 'CD').due)
  })

  test('of a paused clock counts when it runs again', () => {
    const stopped = pause(clock('2026-11-23 10:00', 3, 'WD'), at('2026-11-24 10:00'), calendar)
    const extended = extend(stopped, { amount: 2, unit: 'WD' }, calendar)
    expect(extended.state).toBe('paused')
    expect(read(resume(extended, at('2026-11-25 10:00'), calendar).due)).toBe('2026-12-01 17:30')
  })

  test('of hours by days ends with business, never earlier than before', () => {
    const late = clock('2026-11-23 23:00', 24, 'H')
    expect(read(extend(late, { amount: 1, unit: 'WD' }, calendar).due)).toBe('2026-11-25 17:30')
    expect(extend(late, { amount: 0, unit: 'WD' }, calendar).due).toEqual(late.due)
  })

  test('of days by hours is refused', () => {
    expect(() => extend(clock('2026-11-23 10:00', 3, 'WD'), { amount: 3, unit: 'H' }, calendar)).toThrow(RangeError)
  })
})

test('a deadline given from above stays, through a pause and a resumption', () => {
  const due = at('2026-11-28 09:00')
  const given = givenDeadline({ start: at('2026-11-23 10:00'), due, by: { zh: '市12345平台' }, calendar })
  const resumed = resume(pause(given, at('2026-11-24 10:00'), calendar), at('2026-11-27 10:00'), calendar)
  expect([given.due, resumed.due]).toEqual([due, due])
})

test('a derivation that went through JSON replays to the same clock', () => {
  const stopped = pause(clock('2026-09-18 10:00', 7, 'WD'), at('2026-09-21 10:00'), calendar)
  const moved = extend(resume(stopped, at('2026-09-28 10:00'), calendar), { amount: 5, unit: 'CD' }, calendar)
  expect(replay(JSON.parse(JSON.stringify(moved)), calendar)).toEqual(moved)
})
