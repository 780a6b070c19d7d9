import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { Database, type Scope } from '#platform/database'
import { queryTokens } from '#platform/text-query'
import { numberToken, tokensOf } from '#platform/text-tokens'
import { testDatabase } from '#test/database'
import { growAhead } from './search-jobs.ts'

const MESSAGES = new URL('../../../../shared/data/requests/hot_messages.jsonl', import.meta.url)
const { urls, ownerUrl } = await testDatabase()
const database = new Database(urls, 2)
const owner = new Database({ ...urls, worker: ownerUrl }, 1)
afterAll(() => Promise.all([database.close(), owner.close()]))

await owner.as('worker', { district: 1 }, async (tx) => {
  await sql`insert into district (id, name, hotline) values (1, '{"zh":"一区"}', '1'), (2, '{"zh":"二区"}', '2')`.execute(
    tx,
  )
  await sql`insert into unit (district_id, id, kind) select 1, n, 'community' from generate_series(1, 60) n`.execute(tx)
  await sql`insert into unit (district_id, id, kind) values (2, 100, 'community')`.execute(tx)
})

const inUnit = (...units: number[]): Scope => ({
  district: 1,
  reach: `{${units.map((u) => `[${u},${u + 1})`).join(',')}}`,
})
const whole: Scope = { district: 1, reach: '{[1,1000)}' }

async function index(id: number, text: string, units: number[], district = 1) {
  const tokens = [...tokensOf(text), ...units.map((unit) => `u${unit}`)]
  await database.as('staff', { district }, (tx) => sql`select index_case(${id}, ${tokens})`.execute(tx))
}

async function found(
  typed: string,
  scope: Scope = whole,
  before: number | null = null,
  wanted = 20,
): Promise<number[]> {
  const { groups } = queryTokens(typed)
  return await database.as('staff', scope, async (tx) => {
    const { rows } = await sql<{
      id: number
    }>`select id from search_cases(${groups}, ${before}, ${wanted}) c(id)`.execute(tx)
    return rows.map(({ id }) => id)
  })
}

test('matches come newest first, a page at a time, across partitions', async () => {
  const ids = [7, 49_999, 50_000, 120_001]
  for (const id of ids) await index(id, `幸福小区的喷泉${id}`, [3])
  expect(await found('喷泉')).toEqual([120_001, 50_000, 49_999, 7])
  expect(await found('喷泉', whole, null, 3)).toEqual([120_001, 50_000, 49_999])
  expect(await found('喷泉', whole, 49_999)).toEqual([7])
  expect(await found('泉')).toHaveLength(4)
  expect(await found('喷水')).toEqual([])
})

test('a unit finds only what it takes part in, before and after it was drawn in', async () => {
  await index(201, '消防通道被占', [4])
  expect(await found('消防通道', inUnit(5))).toEqual([])
  expect(await found('消防通道', inUnit(4))).toEqual([201])
  await database.as('staff', whole, (tx) => sql`select widen_case_search(201, array[5, 6])`.execute(tx))
  expect(await found('消防通道', inUnit(5, 9))).toEqual([201])
  expect(await found('消防通道', inUnit(7))).toEqual([])
  expect(await found('消防通道', { district: 1 })).toEqual([])
})

test('another district is never found, whatever reach is claimed', async () => {
  await index(300, '电梯困人', [100], 2)
  expect(await found('电梯困人', { district: 1, reach: '{[1,)}' })).toEqual([])
  expect(await found('电梯困人', { district: 2, reach: '{[100,101)}' })).toEqual([300])
})

test('later words join the earlier ones, indexing again replaces them, forgetting removes all', async () => {
  await index(400, '水管爆裂', [1])
  await database.as('staff', whole, (tx) =>
    sql`select extend_case_search(400, ${[...tokensOf('已关阀门'), numberToken('12345-0001')]})`.execute(tx),
  )
  expect(await found('水管 阀门')).toEqual([400])
  expect(await found('12345-0001')).toEqual([400])
  await index(400, '暖气不热', [1])
  expect(await found('水管爆裂')).toEqual([])
  await database.as('worker', whole, (tx) => sql`select forget_case_search(400)`.execute(tx))
  expect(await found('暖气不热')).toEqual([])
})

test('signs of the query language are words like others', async () => {
  await index(500, "O'Brien | a & b:* \\ !", [1])
  for (const typed of ["O'Brien", 'a & b:*', '\\ ! |a']) expect(await found(typed)).toContain(500)
  expect(await found('|*:&!')).toEqual([])
})

test('nobody but the functions reads the index, and the portal cannot search', async () => {
  const read = (role: 'staff' | 'worker') => database.as(role, whole, (tx) => sql`select from case_search`.execute(tx))
  await expect(read('staff')).rejects.toThrow(/permission denied/)
  await expect(read('worker')).rejects.toThrow(/permission denied/)
  const portal = database.as('portal', whole, (tx) => sql`select search_cases('{a}', null, 1)`.execute(tx))
  await expect(portal).rejects.toThrow(/permission denied/)
})

test('the index grows ahead of the cases, however often it is asked to', async () => {
  const owned = <T>(statement: ReturnType<typeof sql<T>>) =>
    owner.as('worker', { district: 1 }, async (tx) => (await statement.execute(tx)).rows)
  await owned(sql`select setval('case_id', 5000000)`)
  await growAhead(database)
  await growAhead(database)
  const parts = await owned(sql<{ name: string }>`
    select relname as name from pg_class where relname ~ '^case_search_10[0-9]$' and relrowsecurity order by 1`)
  expect(parts.map(({ name }) => name)).toEqual(['case_search_100', 'case_search_101', 'case_search_102'])
})

test('two intakes that need the same new partition both succeed', async () => {
  await Promise.all([index(900_001, '同时登记', [1]), index(900_002, '同时登记', [1])])
  expect(await found('同时登记')).toEqual([900_002, 900_001])
})

test.skipIf(!existsSync(MESSAGES))(
  'every real message that contains 路灯 is found by it (skipped without ../shared/data)',
  async () => {
    const texts = readFileSync(MESSAGES, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => `${JSON.parse(line).subject}\n${JSON.parse(line).detail}`)
    const rows = texts.map((text, at) => ({ id: 1_000_000 + at, tokens: [...tokensOf(text), 'u60'] }))
    await database.as('staff', whole, async (tx) => {
      await sql`select index_case((r ->> 'id')::bigint, array(select jsonb_array_elements_text(r -> 'tokens')))
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(tx)
    })
    for (const pattern of ['路灯', '灯', '物业费', '噪音扰民']) {
      const holding = rows.filter((_, at) => texts[at]!.includes(pattern)).map(({ id }) => id)
      expect(holding.length).toBeGreaterThan(0)
      const all = new Set(await found(pattern, inUnit(60), null, 5000))
      expect(
        holding.filter((id) => !all.has(id)),
        pattern,
      ).toEqual([])
    }
  },
)
