import { describe, expect, test } from 'vitest'
import type { Refusal } from '#platform/errors'
import { dateText } from './days.ts'
import { type NoticeDay, readNotice } from './notice.ts'
import { parseNotice } from './parse-notice.ts'

const mustRest = ['01-01', '05-01', '10-01']
const off = (date: string): NoticeDay => ({ date, kind: 'rest', name: { zh: '假日' } })
const work = (date: string): NoticeDay => ({ date, kind: 'work', name: { zh: '调休' } })
const whole = [off('2027-01-01'), off('2027-10-01')]
const read = (days: NoticeDay[], more = {}) =>
  readNotice({ year: 2027, source: '通知', days: [...whole, ...days], ...more }, mustRest)

const refusal = (act: () => unknown): string | null => {
  try {
    act()
    return null
  } catch (error) {
    return `${(error as Refusal).id} ${(error as Refusal).sentence('en')}`
  }
}

describe('a notice', () => {
  test('may reach back into the December before its year', () => {
    const days = [...read([off('2026-12-31'), work('2027-01-02')]).days]
    expect(days.map(([day, { kind }]) => [dateText(day), kind])).toContainEqual(['2026-12-31', 'rest'])
  })

  test('is refused with the day that is wrong', () => {
    expect(refusal(() => read([off('2026-11-30')]))).toMatch(/^calendar.notice-year 2026-11-30 is not in 2027/)
    expect(refusal(() => read([off('2027-01-01')]))).toMatch(/^calendar.notice-twice 2027-01-01/)
    expect(refusal(() => read([off('2027-02-30')]))).toMatch(/^calendar.notice-date "2027-02-30"/)
    expect(refusal(() => read([work('2027-02-10')]))).toMatch(/^calendar.notice-workday 2027-02-10/)
  })

  test('that lacks a statutory weekday is half a list; a statutory weekend day is off anyway', () => {
    expect(refusal(() => read([], { days: [off('2027-01-01')] }))).toMatch(/^calendar.notice-lacks .* 2027-10-01/)
    expect(refusal(() => read([], { days: [off('2027-01-01'), work('2027-10-01')] }))).toMatch(/^calendar/)
    // 1 May 2027 is a Saturday.
    expect(refusal(() => read([work('2027-05-01')]))).toMatch(/^calendar.notice-lacks .* 2027-05-01/)
    expect(refusal(() => read([]))).toBeNull()
  })

  test('names its document', () => {
    expect(refusal(() => read([], { source: ' ' }))).toMatch(/^calendar.notice-source/)
  })
})

describe('a notice file', () => {
  test('is read from JSON, with its year and papers', () => {
    const days = [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-09', isOffDay: false },
    ]
    expect(parseNotice(JSON.stringify({ year: 2027, papers: ['https://example.org/2027'], days }))).toEqual({
      year: 2027,
      source: 'https://example.org/2027',
      days: [
        { date: '2027-01-01', kind: 'rest', name: { zh: '元旦' } },
        { date: '2027-01-09', kind: 'work', name: { zh: '元旦' } },
      ],
    })
  })

  test('is read from CSV as spreadsheets write it: marks, quotes, empty lines, columns in any order', () => {
    const file =
      '\uFEFFname,date,kind\r\n"春节",2027-02-05,休\r\n\r\nSpring Festival|春节|4,2027-02-20,makeup_workday\r\n'
    expect(parseNotice(file).days).toEqual([
      { date: '2027-02-05', kind: 'rest', name: { zh: '春节' } },
      { date: '2027-02-20', kind: 'work', name: { zh: '春节', en: 'Spring Festival' } },
    ])
  })

  test.each([
    ['{"days": 3}', 'days'],
    ['{"days": [{"name": "元旦"}]}', 'days[0]'],
    ['{"days": [', 'JSON'],
    ['date,name\n2027-01-01,元旦', 'date,kind,name'],
    ['date,kind,name\n2027-01-01,maybe,元旦', 'line 2'],
  ])('%s is refused, naming the place', (file, place) => {
    expect(refusal(() => parseNotice(file))).toContain(`(`)
    expect(refusal(() => parseNotice(file))).toContain(place)
  })
})
