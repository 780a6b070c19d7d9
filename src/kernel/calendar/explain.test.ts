import { describe, expect, test } from 'vitest'
import { deadline, givenDeadline } from './deadline.ts'
import { explain } from './explain.ts'
import { at, fixtureCalendar } from './fixture-calendar.ts'
import type { LimitUnit } from './limit.ts'
import { extend, pause, resume } from './moves.ts'

const calendar = fixtureCalendar()
const clock = (start: string, amount: number, unit: LimitUnit, more = {}) =>
  deadline({ start: at(start), amount, unit, calendar, ...more })

describe('why a deadline is what it is', () => {
  const week = clock('2026-09-18 10:00', 7, 'WD', { ruleId: 'H9', source: '本区承诺' })

  test('working days over a holiday, in English', () => {
    expect(explain(week.derivation, 'en')).toEqual([
      '7 working days from Fri 18 Sep 2026, 10:00; that day is not counted (rule H9).',
      '20 Sep is a make-up working day, 25–27 Sep are Mid-autumn Festival, 1 other weekend day does not count.',
      'Due Tue 29 Sep, 17:30 (close of business).',
    ])
  })

  test('and in Chinese', () => {
    expect(explain(week.derivation, 'zh')).toEqual([
      '自2026年9月18日（周五）10:00起7个工作日，当日不计入（依据：H9，本区承诺）。',
      '9月20日为国庆节调休上班，计入；9月25日至27日中秋放假，不计入；其他周末1天不计入。',
      '截止时间：9月29日（周二）17:30（下班时间）。',
    ])
  })

  test('calendar days that roll over', () => {
    const days = clock('2026-09-20 10:00', 15, 'CD').derivation
    expect(explain(days, 'en').slice(1)).toEqual([
      'The last day, Mon 5 Oct, is in the National Day holiday, so it moves to Thu 8 Oct.',
      'Due Thu 8 Oct, 24:00.',
    ])
    expect(explain(days, 'zh').slice(1)).toEqual([
      '最后一天10月5日（周一）在国庆节假期内，顺延到10月8日（周四）。',
      '截止时间：10月8日（周四）24:00。',
    ])
    expect(explain(clock('2026-11-18 10:00', 3, 'CD').derivation, 'en')[1]).toContain(
      'Sat 21 Nov, is a day off, so it moves to Mon 23 Nov',
    )
  })

  test('the year is said again when it is another', () => {
    expect(explain(clock('2025-12-30 10:00', 3, 'WD').derivation, 'en').at(-1)).toBe(
      'Due Mon 5 Jan 2026, 17:30 (close of business).',
    )
  })

  test('a year without a notice is called provisional', () => {
    const { derivation } = clock('2026-12-29 10:00', 7, 'WD')
    expect(explain(derivation, 'zh').at(-1)).toContain('2027年放假安排尚未公布，截止时间为暂定')
    expect(explain(derivation, 'en').at(-1)).toContain('The holidays of 2027 have not been announced')
  })

  test('hours are not said to leave out a day', () => {
    expect(explain(clock('2026-11-23 10:00', 2, 'H').derivation, 'en')).toEqual([
      '2 hours from Mon 23 Nov 2026, 10:00.',
      'Due Mon 23 Nov, 12:00.',
    ])
    expect(explain(clock('2026-11-23 10:00', 2, 'WH').derivation, 'zh')[0]).toContain('只计上班时间')
  })

  test('what happened on the way is told in order; only the last deadline stands', () => {
    const stopped = pause(clock('2026-11-23 10:00', 3, 'WD'), at('2026-11-24 09:15'), calendar)
    const moved = extend(resume(stopped, at('2026-11-26 14:00'), calendar), { amount: 1, unit: 'WD' }, calendar)
    expect(explain(moved.derivation, 'en').slice(1)).toEqual([
      'It was then due Thu 26 Nov, 17:30 (close of business).',
      'Paused on Tue 24 Nov, 09:15.',
      'Resumed on Thu 26 Nov, 14:00 with what was left at the pause; that day is not counted.',
      '2 weekend days do not count.',
      'It was then due Mon 30 Nov, 17:30 (close of business).',
      'Extended by 1 working day.',
      'Due Tue 1 Dec, 17:30 (close of business).',
    ])
    expect(explain(stopped.derivation, 'zh').slice(1)).toEqual([
      '当时的截止时间：11月26日（周四）17:30（下班时间）。',
      '11月24日（周二）09:15起暂停计时。',
    ])
  })

  test('a deadline from above names who set it', () => {
    const by = { zh: '市12345平台', en: 'the city’s 12345 platform' }
    const { derivation } = givenDeadline({ start: at('2026-11-23 10:00'), due: at('2026-11-28 09:00'), by, calendar })
    expect(explain(derivation, 'en')[0]).toBe('The deadline was set by the city’s 12345 platform and is kept as given.')
    expect(explain(derivation, 'zh')).toEqual([
      '期限由市12345平台确定，按其要求办理。',
      '截止时间：2026年11月28日（周六）09:00。',
    ])
  })
})
