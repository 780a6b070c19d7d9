import { expect, test } from 'vitest'
import { shareInWords } from './share.ts'

test('a share is cut, so that only all of it reads 100%', () => {
  expect(shareInWords(9999, 10000, 'zh')).toBe('99.9%')
  expect(shareInWords(10000, 10000, 'zh')).toBe('100%')
  expect(shareInWords(1, 3, 'zh')).toBe('33.3%')
})

test('a share of nothing is said in words', () => {
  expect(shareInWords(0, 0, 'zh')).toBe('还没有')
  expect(shareInWords(0, 0, 'en')).toBe('None yet')
})
