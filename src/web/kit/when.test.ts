import { expect, test } from 'vitest'
import { bytesInWords, districtDate, dueInWords, exactMoment, momentInWords } from './when.ts'

// Friday 18 September 2026, 10:00 in the district.
const now = new Date('2026-09-18T02:00:00Z')
const zh = (instant: string) => momentInWords(instant, 'zh', now)
const en = (instant: string) => momentInWords(instant, 'en', now)

test('near days are said by name, counted on the district calendar', () => {
  expect(zh('2026-09-18T15:59:00Z')).toBe('今天 23:59')
  expect(zh('2026-09-18T16:00:00Z')).toBe('明天 00:00')
  expect(zh('2026-09-17T01:05:00Z')).toBe('昨天 09:05')
  expect(en('2026-09-18T16:00:00Z')).toBe('tomorrow 00:00')
})

test('the coming week is said by weekday', () => {
  expect(zh('2026-09-22T09:00:00Z')).toBe('周二 17:00')
  expect(en('2026-09-22T09:00:00Z')).toBe('Tue 17:00')
})

test('a past or later day carries its date, and its year when that is another', () => {
  expect(zh('2026-09-15T09:00:00Z')).toBe('9月15日 周二 17:00')
  expect(zh('2026-09-29T09:00:00Z')).toBe('9月29日 周二 17:00')
  expect(en('2026-09-29T09:00:00Z')).toBe('Tue 29 Sep 17:00')
  expect(zh('2027-01-05T09:00:00Z')).toBe('2027年1月5日 17:00')
  expect(en('2027-01-05T09:00:00Z')).toBe('5 Jan 2027 17:00')
})

test('a deadline says its moment and what the server says is left', () => {
  expect(dueInWords('2026-09-22T09:00:00Z', '还有 2 个工作日', 'zh', now)).toBe('周二 17:00 前 · 还有 2 个工作日')
  expect(dueInWords('2026-09-22T09:00:00Z', '2 working days left', 'en', now)).toBe(
    'by Tue 17:00 · 2 working days left',
  )
  expect(dueInWords('2026-09-22T09:00:00Z', null, 'zh', now)).toBe('周二 17:00 前')
})

test('a limit that ends at midnight is said on the day that it ends', () => {
  expect(dueInWords('2026-09-18T16:00:00Z', null, 'zh', now)).toBe('今天 24:00 前')
})

test('the exact moment names year, weekday and hour', () => {
  expect(exactMoment('2026-09-29T09:00:00Z', 'zh')).toBe('2026年9月29日 周二 17:00')
  expect(exactMoment('2026-09-29T09:00:00Z', 'en')).toBe('Tue 29 Sep 2026, 17:00')
})

test('the date of an instant is the district’s, not the browser’s', () => {
  expect(districtDate('2026-09-18T16:30:00Z')).toBe('2026-09-19')
})

test('sizes are said roughly', () => {
  expect(bytesInWords(300)).toBe('1 KB')
  expect(bytesInWords(840_000)).toBe('820 KB')
  expect(bytesInWords(3_565_158)).toBe('3.4 MB')
})
