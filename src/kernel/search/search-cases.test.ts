import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { Database, type Scope } from '#platform/database'
import { tokensOf } from '#platform/text-tokens'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { searchCases } from './search-cases.ts'

const { ownerUrl, urls } = await testDatabase()
const { units } = await plantCast(ownerUrl)
const database = new Database(urls, 2)
afterAll(() => database.close())

const range = (...ids: number[]) => `{${ids.map((id) => `[${id},${id}]`).join(',')}}`
const sunny: Scope = { district: 1, reach: range(units.sunny), home: range(units.sunny) }

async function plant(first: number, count: number, text: string, { sealed = false, barred = '{}' } = {}) {
  const tokens = [...tokensOf(text), `u${units.sunny}`]
  await database.as('worker', { district: 1 }, (tx) =>
    sql`
    with made as (
      insert into cases (id, type, type_version, state, kind, channel, title, intake_unit, received_at, recorded_at, seen_by, sealed, barred)
      select n, 'hotline', 1, 'new', 'help', 'phone', ${text}, ${units.sunny}, '2026-03-02', '2026-03-02', ${range(units.sunny)}, ${sealed}, ${barred}
      from generate_series(${first}::int, ${first + count - 1}::int) n returning id)
    select index_case(id, ${tokens}) from made`.execute(tx),
  )
}
const page = (scope: Scope, q: string, before?: number, limit = 20) =>
  database.as('staff', scope, (tx) => searchCases(tx, { q, limit, before }))

test('pages follow one another, newest first, without a gap or a double', async () => {
  await plant(1, 45, '楼道灯坏了')
  const seen: number[] = []
  for (let before: number | undefined, turns = 0; turns < 10; turns++) {
    const { ids, next } = await page(sunny, '楼道灯', before)
    seen.push(...ids)
    if (next === null) break
    before = next
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, at) => 45 - at))
})

test('a page is full although sealed cases and those that bar the reader stand between', async () => {
  await plant(1001, 5, '垃圾清运')
  await plant(1006, 50, '垃圾清运', { sealed: true })
  await plant(1056, 50, '垃圾清运', { barred: range(units.sunny) })
  await plant(1106, 2, '垃圾清运')
  const { ids, next } = await page(sunny, '垃圾清运', undefined, 6)
  expect(ids).toEqual([1107, 1106, 1005, 1004, 1003, 1002])
  expect(await page(sunny, '垃圾清运', next!, 6)).toEqual({ ids: [1001], next: null })
  expect((await page({ ...sunny, sealedReach: range(units.sunny) }, '垃圾清运', undefined, 60)).ids).toHaveLength(57)
})

test('who takes no part finds nothing, and neither does a query without words', async () => {
  expect(await page({ district: 1, reach: range(units.willow) }, '楼道灯')).toEqual({ ids: [], next: null })
  expect(await page(sunny, '，。')).toEqual({ ids: [], next: null })
})
