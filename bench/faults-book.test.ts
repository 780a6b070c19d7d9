import { expect, test } from 'vitest'
import { Book } from './faults-book.ts'

function filed(...ids: (number | null)[]) {
  const book = new Book()
  const keys = ids.map((id) => {
    const key = book.file()
    if (id !== null) book.acknowledge(key, id)
    return key
  })
  return { book, keys }
}

test('a book whose every filing stands once finds nothing wrong', () => {
  const { book, keys } = filed(1, 2)
  const verdict = book.judge(
    keys.map((key) => ({ key, cases: 1 })),
    new Set([1, 2]),
  )
  expect(verdict).toEqual({ filed: 2, acknowledged: 2, lost: [], doubled: [], unanswered: [], unasked: 0 })
})

test('an acknowledged case that is gone is lost, be it by its id or by its key', () => {
  const { book, keys } = filed(1, 2)
  const [first, second] = keys as [string, string]
  expect(book.judge([{ key: first, cases: 1 }], new Set([1])).lost).toEqual([second])
  const wrongId = [first, second].map((key) => ({ key, cases: 1 }))
  expect(book.judge(wrongId, new Set([2])).lost).toEqual([first])
})

test('two cases for one key, or two answers with different cases, are doubled', () => {
  const { book, keys } = filed(1, 2)
  const [first, second] = keys as [string, string]
  book.acknowledge(second, 3)
  const standing = [
    { key: first, cases: 2 },
    { key: second, cases: 1 },
  ]
  expect(book.judge(standing, new Set([1, 2, 3])).doubled).toEqual([first, second])
})

test('what was never acknowledged stays open until an answer comes, and the same answer twice is none too many', () => {
  const { book, keys } = filed(null)
  const [key] = keys as [string]
  expect(book.open).toEqual([key])
  expect(book.judge([], new Set()).unanswered).toEqual([key])
  book.acknowledge(key, 9)
  book.acknowledge(key, 9)
  expect(book.open).toEqual([])
  expect(book.judge([{ key, cases: 1 }], new Set([9])).doubled).toEqual([])
})

test('a case nobody filed is noticed', () => {
  const { book } = filed()
  expect(book.judge([{ key: 'a stranger', cases: 1 }], new Set([5])).unasked).toBe(1)
})
