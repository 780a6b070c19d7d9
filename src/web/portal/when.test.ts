import { expect, test } from 'vitest'
import { dateInWords, monthInWords } from './when.ts'

// The tests' own time zone is west of Greenwich: a slip into local time would show the day before.
test('a calendar date stays the same date everywhere', () => {
  expect(dateInWords('2026-09-01', 'zh')).toBe('2026年9月1日')
  expect(dateInWords('2026-09-01', 'en')).toBe('1 September 2026')
})

test('a month stays the same month', () => {
  expect(monthInWords('2026-01', 'zh')).toBe('2026年1月')
  expect(monthInWords('2026-01', 'en')).toBe('January 2026')
})
