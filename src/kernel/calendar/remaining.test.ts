import { describe, expect, test } from 'vitest'
import { deadline } from './deadline.ts'
import { at, fixtureCalendar } from './fixture-calendar.ts'
import type { LimitUnit } from './limit.ts'
import { pause } from './moves.ts'
import { remaining } from './remaining.ts'
import { dueWords, remainingWords } from './remaining-words.ts'

const calendar = fixtureCalendar()
const clock = (start: string, amount: number, unit: LimitUnit) => deadline({ start: at(start), amount, unit, calendar })
const week = clock('2026-09-18 10:00', 7, 'WD')
const words = (limit: typeof week, now: string) => [
  dueWords(limit, at(now), calendar, 'zh'),
  dueWords(limit, at(now), calendar, 'en'),
]

describe('what is left', () => {
  test('of working days is counted in working days, and on the last day in hours', () => {
    expect(remaining(week, at('2026-09-24 11:00'), calendar)).toEqual({ overdue: false, paused: false, workingDays: 2 })
    expect(remaining(week, at('2026-09-29 15:00'), calendar)).toEqual({ overdue: false, paused: false, hours: 2.5 })
  })

  test('of a limit that ends at 24:00 counts its last day as a day', () => {
    const days = clock('2026-11-23 10:00', 3, 'CD')
    expect(remaining(days, at('2026-11-24 10:00'), calendar)).toMatchObject({ days: 2 })
    expect(remaining(days, at('2026-11-26 21:00'), calendar)).toMatchObject({ hours: 3, overdue: false })
  })

  test('at the very deadline is nothing, and not yet overdue', () => {
    expect(remaining(week, week.due, calendar)).toMatchObject({ hours: 0, overdue: false })
  })

  test('is below nothing when the limit has passed', () => {
    expect(remaining(week, at('2026-10-08 09:00'), calendar)).toEqual({ overdue: true, paused: false, workingDays: 2 })
  })
})

describe('in words', () => {
  test.each([
    ['2026-09-24 11:00', '周二 17:30 前 · 还有 2 个工作日', 'by Tue 17:30 · 2 working days left'],
    ['2026-09-19 11:00', '9月29日 17:30 前 · 还有 7 个工作日', 'by 29 Sep 17:30 · 7 working days left'],
    ['2026-09-28 11:00', '周二 17:30 前 · 还有 1 个工作日', 'by Tue 17:30 · 1 working day left'],
    ['2026-09-29 11:00', '今天 17:30 前 · 还有 6 小时', 'by today 17:30 · 6 hours left'],
    ['2026-09-29 16:29', '今天 17:30 前 · 还有 61 分钟', 'by today 17:30 · 61 minutes left'],
    ['2026-09-30 09:00', '9月29日 17:30 前 · 已超时 1 个工作日', 'by 29 Sep 17:30 · 1 working day overdue'],
    ['2026-09-29 20:31', '今天 17:30 前 · 已超时 3 小时', 'by today 17:30 · 3 hours overdue'],
  ])('at %s', (now, zh, en) => {
    expect(words(week, now)).toEqual([zh, en])
  })

  test('a limit to 24:00 names the day that it ends', () => {
    const days = clock('2026-11-23 10:00', 3, 'CD')
    expect(words(days, '2026-11-24 10:00')).toEqual(['周四 24:00 前 · 还有 2 天', 'by Thu 24:00 · 2 days left'])
  })

  test('working hours are said as such', () => {
    const half = clock('2026-11-23 11:00', 4, 'WH')
    expect(words(half, '2026-11-23 11:00')).toEqual([
      '今天 16:30 前 · 还有 4 个工作小时',
      'by today 16:30 · 4 working hours left',
    ])
  })

  test('a paused clock says what was left when it stopped, and no time', () => {
    const stopped = pause(week, at('2026-09-24 11:00'), calendar)
    expect(words(stopped, '2026-12-24 11:00')).toEqual(['已暂停 · 还有 2 个工作日', 'paused · 2 working days left'])
  })

  test('hours that nobody can picture are said in days', () => {
    const late = { overdue: true, paused: false }
    expect(remainingWords({ ...late, hours: 113.9 }, 'zh')).toBe('已超时 4 天')
    expect(remainingWords({ ...late, hours: 113.9 }, 'en')).toBe('4 days overdue')
    expect(remainingWords({ ...late, hours: 47.9 }, 'zh')).toBe('已超时 47 小时')
  })

  test('one hour is one hour', () => {
    expect(remainingWords({ overdue: false, paused: false, hours: 1 }, 'en')).toBe('60 minutes left')
    expect(remainingWords({ overdue: false, paused: false, days: 1 }, 'en')).toBe('1 day left')
  })
})
