import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, sql, type TestHouse } from '#test/hotline-house'
import { findWork } from './find.ts'
import { numberOf } from './number.ts'

let house: TestHouse
const ids: number[] = []
const nobody = async () => []
beforeAll(async () => {
  house = await openHouse()
  for (let filed = 0; filed < 7; filed++) ids.push((await house.files()).id)
  await house.rows(sql`update cases set sealed = true where id = any (${ids.slice(2, 5)}) returning id`)
})
afterAll(() => house.close())
const find = async (query: Parameters<typeof findWork>[2]) => findWork(house, await house.actor('agent'), query, nobody)
const idsOf = ({ rows }: { rows: readonly { id: number }[] }) => rows.map(({ id }) => id)

test('a page of found words is full although cases that the reader may not see stand between', async () => {
  const first = await find({ q: '楼道灯', limit: 3 })
  expect(idsOf(first)).toEqual([ids[6], ids[5], ids[1]])
  expect(await find({ q: '楼道灯', limit: 3, before: first.next! })).toMatchObject({
    rows: [{ id: ids[0] }],
    next: null,
  })
})

test('a number finds its one case and ends there; a hidden one is not found by it either', async () => {
  const found = await find({ q: numberOf(ids[0]!), limit: 1 })
  expect(idsOf(found)).toEqual([ids[0]])
  expect(found.next).toBeNull()
  expect(idsOf(await find({ q: numberOf(ids[3]!) }))).toEqual([])
})

test('without words the newest come first, page by page', async () => {
  const first = await find({ limit: 2 })
  expect(idsOf(first)).toEqual([ids[6], ids[5]])
  expect(idsOf(await find({ limit: 2, before: first.next! }))).toEqual([ids[1], ids[0]])
})

test('a telephone number is looked for among people, not among words', async () => {
  const asked: string[] = []
  const page = await findWork(house, await house.actor('agent'), { q: '138 0000-0001' }, async (_tx, phone) => {
    asked.push(phone)
    return []
  })
  expect(asked).toEqual(['13800000001'])
  expect(page).toEqual({ rows: [], next: null })
})
