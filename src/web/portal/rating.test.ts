import { expect, test } from 'vitest'
import { readRating } from './rating.ts'

const form = { key: 'key-2', solved: 'no', satisfaction: '2', comment: ' 还漏水 ' }

test('a complete form becomes a rating', () => {
  expect(readRating(form, 'zh')).toMatchObject({
    key: 'key-2',
    problems: [],
    rating: { solved: false, satisfaction: 2, comment: '还漏水' },
  })
})

test('an empty remark is left out', () => {
  expect(readRating({ ...form, comment: ' ' }, 'zh').rating).toEqual({ solved: false, satisfaction: 2 })
})

test('both questions must be answered, with values the page offers', () => {
  const read = readRating({ ...form, solved: 'perhaps', satisfaction: '6' }, 'zh')
  expect(read.rating).toBe(null)
  expect(read.problems.map((problem) => problem.field)).toEqual(['solved', 'satisfaction'])
  expect(read.values.comment).toBe('还漏水')
})

test('a remark that is too long is kept and named', () => {
  const read = readRating({ ...form, comment: '漏'.repeat(501) }, 'zh')
  expect(read.problems.map((problem) => problem.field)).toEqual(['comment'])
  expect(read.values.comment).toHaveLength(501)
})
