import { describe, expect, test } from 'vitest'
import { dayOf } from './days.ts'
import { deadline } from './deadline.ts'
import { explain } from './explain.ts'
import { at, fixtureCalendar, read } from './fixture-calendar.ts'
import { extend, pause, resume } from './moves.ts'
import { recount } from './recount.ts'
import { type SpecialDay, withNotice } from './work-calendar.ts'

const because = { zh: '《2027年通知》', en: 'the holiday notice for 2027' }
const before = fixtureCalendar()
const announce = (days: Record<string, SpecialDay['kind']>) =>
  withNotice(before, {
    year: 2027,
    source: '通知',
    provisional: false,
    days: new Map(
      Object.entries(days).map(([date, kind]) => [dayOf(date), { kind, name: { zh: '元旦', en: 'New Year' } }]),
    ),
  })
const statutory = announce({ '2027-01-01': 'rest' })
const longer = announce({ '2027-01-01': 'rest', '2027-01-04': 'rest', '2027-01-09': 'work' })
const shorter = announce({ '2027-01-01': 'rest', '2027-01-02': 'work', '2027-01-03': 'work' })
const clock = deadline({ start: at('2026-12-29 10:00'), amount: 5, unit: 'WD', calendar: before })

describe('a deadline in a year that is announced', () => {
  test('moves later where a working day becomes a day off, and says so', () => {
    const found = recount(clock, because, longer)!
    expect([found.change, read(found.from), read(found.to)]).toEqual(['later', '2027-01-06 17:30', '2027-01-07 17:30'])
    expect(explain(found.clock.derivation, 'en').slice(-2)).toEqual([
      'Due Thu 7 Jan 2027, 17:30 (close of business).',
      'Counted again because of the holiday notice for 2027; it was due Wed 6 Jan, 17:30 before.',
    ])
  })

  test('is not shortened by make-up days, and says so', () => {
    const found = recount(clock, because, shorter)!
    expect([found.change, read(found.counted), read(found.to)]).toEqual([
      'kept',
      '2027-01-04 17:30',
      '2027-01-06 17:30',
    ])
    expect(explain(found.clock.derivation, 'zh').slice(-2)).toEqual([
      '因《2027年通知》重新计算，结果为2027年1月4日（周一）17:30，比原截止时间早；已承诺的时间不提前，仍按原时间。',
      '截止时间：1月6日（周三）17:30（下班时间）。',
    ])
  })

  test('becomes definite where it stays', () => {
    const found = recount(clock, because, statutory)!
    expect([found.change, found.to, found.clock.provisional]).toEqual(['confirmed', clock.due, false])
  })

  test('counted again, changes no more', () => {
    for (const calendar of [longer, shorter, statutory]) {
      expect(recount(recount(clock, because, calendar)!.clock, because, calendar)).toBeNull()
    }
  })

  test('that was kept is prolonged from there, and holds through a pause', () => {
    const { clock: kept } = recount(clock, because, shorter)!
    expect(read(extend(kept, { amount: 1, unit: 'WD' }, shorter).due)).toBe('2027-01-07 17:30')
    const stopped = pause(kept, at('2026-12-30 10:00'), shorter)
    expect(read(resume(stopped, at('2026-12-31 10:00'), shorter).due)).toBe('2027-01-07 17:30')
  })

  test('waits while its clock is paused', () => {
    const stopped = pause(clock, at('2026-12-30 10:00'), before)
    expect(recount(stopped, because, longer)).toBeNull()
    expect(read(resume(stopped, at('2026-12-30 16:00'), longer).due)).toBe('2027-01-07 17:30')
  })
})

test('a clock that no notice touches stays as it is', () => {
  const past = deadline({ start: at('2026-11-23 10:00'), amount: 5, unit: 'WD', calendar: before })
  const hours = deadline({ start: at('2026-12-31 10:00'), amount: 48, unit: 'H', calendar: before })
  for (const untouched of [past, hours]) expect(recount(untouched, because, longer)).toBeNull()
})

test('hours that changed meanwhile do not bring a resumed clock forward', () => {
  const early = fixtureCalendar({ workday: [['08:30', '15:00']] })
  const running = deadline({ start: at('2026-11-23 10:00'), amount: 3, unit: 'WD', calendar: before })
  const resumed = resume(pause(running, at('2026-11-24 10:00'), before), at('2026-11-24 11:00'), early)
  expect(resumed.due).toEqual(running.due)
  expect(explain(resumed.derivation, 'en').at(-2)).toContain('changed working hours or holidays')
})
