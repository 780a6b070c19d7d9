import { expect, test } from 'vitest'
import { filtersIn, readTaskSearch, taskQuery, withoutFilters } from './task-search.ts'

test('an address with filters is read back as it was written', () => {
  const search = {
    queue: 'above',
    taskKind: 'handle',
    caseKind: 'help',
    urgency: 0,
    unit: 12,
    due: 'today',
    waiting: true,
    case: 7,
  } as const
  expect(readTaskSearch({ ...search })).toEqual({ ...search, subject: undefined })
})

test('what nobody understands is left out, and the page still opens', () => {
  const search = readTaskSearch({
    queue: 'all',
    urgency: 9,
    unit: 'x',
    due: 'someday',
    waiting: false,
    case: -1,
    junk: 1,
  })
  expect(Object.values(search).every((value) => value === undefined)).toBe(true)
})

test('the open case is not asked of the list', () => {
  expect(taskQuery(readTaskSearch({ queue: 'mine', urgency: 0, case: 7 }))).toEqual({ queue: 'mine', urgency: 0 })
})

test('ordinary urgency is a filter although it is zero', () => {
  expect(filtersIn(readTaskSearch({ urgency: 0, due: 'today', taskKind: 'handle' }))).toBe(2)
})

test('clearing the filters keeps the queue and the open case', () => {
  const search = readTaskSearch({ queue: 'mine', taskKind: 'handle', due: 'today', case: 7 })
  expect(withoutFilters(search)).toEqual({ queue: 'mine', taskKind: 'handle', case: 7 })
})
