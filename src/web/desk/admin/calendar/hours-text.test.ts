import { expect, test } from 'vitest'
import { readSpans, spansInWords } from './hours-text.ts'

test('hours are read as they are written, with any sign between them', () => {
  const day = [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ]
  expect(readSpans('08:30-12:00 13:30-17:30')).toEqual(day)
  expect(readSpans(' 08:30-12:00，13:30-17:30 ')).toEqual(day)
  expect(readSpans(spansInWords(day as [string, string][]))).toEqual(day)
})

test('a shift may last until midnight, and a day may have no work', () => {
  expect(readSpans('00:00-24:00')).toEqual([['00:00', '24:00']])
  expect(readSpans('  ')).toEqual([])
})

test('what is no time is refused rather than guessed', () => {
  for (const text of ['8-12', '08:30-25:00', '08:30', '上午']) expect(readSpans(text)).toBeNull()
})
