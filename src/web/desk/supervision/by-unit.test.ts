import { expect, test } from 'vitest'
import type { TaskRow } from '#kernel-contract/cases'
import { byUnit } from './by-unit.ts'

const row = (id: number, unit: number, dueAt: string | null, overdue = false) =>
  ({ id, unit: { id: unit, name: { zh: `第${unit}街道` }, kind: 'street' }, dueAt, overdue }) as TaskRow

test('each unit is one line with what is late, what is near and what breaks first', () => {
  const [load] = byUnit([row(1, 3, '2026-09-22T09:00:00Z'), row(2, 3, '2026-09-17T09:00:00Z', true)])
  expect(load).toMatchObject({ overdue: 1, soon: 1, first: { id: 2 } })
})

test('most overdue stands first; without any, the nearest deadline', () => {
  const loads = byUnit([
    row(1, 3, '2026-09-25T09:00:00Z'),
    row(2, 4, '2026-09-17T09:00:00Z', true),
    row(3, 5, '2026-09-22T09:00:00Z'),
    row(4, 6, null),
  ])
  expect(loads.map(({ unit }) => unit.id)).toEqual([4, 5, 3, 6])
})

test('nothing owed is an empty table', () => {
  expect(byUnit([])).toEqual([])
})
