import { expect, test } from 'vitest'
import { memoryShelf, openDrafts, type Shelf } from './drafts.ts'

const day = 24 * 60 * 60 * 1000

test('what is kept is found by the next page of the same person', () => {
  const shelf = memoryShelf()
  openDrafts('7', shelf).keep('intake', { text: '楼道灯' })
  expect(openDrafts('7', shelf).find('intake')).toEqual({ text: '楼道灯' })
})

test('another person at the same desk finds nothing', () => {
  const shelf = memoryShelf()
  openDrafts('7', shelf).keep('intake', { text: '楼道灯' })
  expect(openDrafts('8', shelf).find('intake')).toBeUndefined()
  expect(openDrafts('8', shelf).list('')).toEqual([])
})

test('a dropped draft is gone', () => {
  const drafts = openDrafts('7', memoryShelf())
  drafts.keep('intake', 1)
  drafts.drop('intake')
  expect(drafts.find('intake')).toBeUndefined()
})

test('drafts are listed newest first, by the start of their name', () => {
  let now = 0
  const drafts = openDrafts('7', memoryShelf(), () => ++now)
  drafts.keep('intake.a', 'old')
  drafts.keep('intake.b', 'new')
  drafts.keep('case.1', 'other')
  expect(drafts.list('intake.').map(({ name, value }) => [name, value])).toEqual([
    ['intake.b', 'new'],
    ['intake.a', 'old'],
  ])
})

test('a draft lives through a holiday and no longer', () => {
  const shelf = memoryShelf()
  openDrafts('7', shelf, () => 0).keep('intake', 'kept')
  expect(openDrafts('7', shelf, () => 13 * day).find('intake')).toBe('kept')
  expect(openDrafts('7', shelf, () => 15 * day).find('intake')).toBeUndefined()
})

test('an unreadable entry is no draft and breaks nothing', () => {
  const shelf = memoryShelf()
  shelf.setItem('lianxin.draft.7.intake', '{half')
  expect(openDrafts('7', shelf).find('intake')).toBeUndefined()
  expect(openDrafts('7', shelf).list('')).toEqual([])
})

test('on a full shelf the oldest draft makes room for the words being typed', () => {
  const room = fullAfter(2)
  let now = 0
  const drafts = openDrafts('7', room, () => ++now)
  for (const name of ['first', 'second', 'third']) drafts.keep(name, name)
  expect(drafts.find('third')).toBe('third')
  expect(drafts.find('second')).toBe('second')
  expect(drafts.find('first')).toBeUndefined()
})

function fullAfter(entries: number): Shelf {
  const shelf = memoryShelf()
  return {
    get length() {
      return shelf.length
    },
    getItem: shelf.getItem,
    removeItem: shelf.removeItem,
    key: shelf.key,
    setItem(name, text) {
      if (shelf.getItem(name) === null && shelf.length >= entries) throw new DOMException('full', 'QuotaExceededError')
      shelf.setItem(name, text)
    },
  }
}
