import { expect, test } from 'vitest'
import type { TaskRow } from '#kernel-contract/cases'
import { groupsOf } from './groups.ts'

const task = (id: number, dueAt: string | null, overdue = false) => ({ id, dueAt, overdue }) as TaskRow
// Tuesday 24 November 2026, 07:30 in the district; still Monday in UTC.
const now = new Date('2026-11-23T23:30:00Z')

test('tasks stand by what breaks first, in the district’s own days', () => {
  const rows = [
    task(1, '2026-11-20T09:00:00Z', true),
    task(2, '2026-11-24T09:00:00Z'),
    task(3, '2026-11-24T16:30:00Z'),
    task(4, '2026-11-30T09:00:00Z'),
    task(5, '2026-12-01T09:00:00Z'),
    task(6, null),
  ]
  expect(groupsOf(rows, now).map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
    ['overdue', [1]],
    ['today', [2]],
    ['week', [3, 4]],
    ['later', [5]],
    ['open', [6]],
  ])
})

test('a list remembered from yesterday counts what has run out since as overdue', () => {
  expect(groupsOf([task(1, '2026-11-23T22:00:00Z', false)], now)[0]?.name).toBe('overdue')
})

test('no tasks make no groups', () => expect(groupsOf([], now)).toEqual([]))
