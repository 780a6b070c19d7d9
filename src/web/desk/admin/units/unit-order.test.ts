import { expect, test } from 'vitest'
import { inTreeOrder, type Unit } from './unit-order.ts'

const unit = (id: number, parent: number | null): Unit => ({
  id,
  parent,
  kind: 'street',
  name: { zh: `第${id}` },
  code: null,
  phone: null,
})

test('each unit is followed by what lies under it, one step deeper', () => {
  const placed = inTreeOrder([unit(1, null), unit(2, 1), unit(3, 1), unit(4, 2)])
  expect(placed.map(({ unit: { id }, depth }) => [id, depth])).toEqual([
    [1, 0],
    [2, 1],
    [4, 2],
    [3, 1],
  ])
})

test('a unit whose parent is not in sight stands at the top rather than nowhere', () => {
  expect(inTreeOrder([unit(7, 99)]).map(({ unit: { id }, depth }) => [id, depth])).toEqual([[7, 0]])
})
