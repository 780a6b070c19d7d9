import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { loadActor } from '#kernel/identity'
import { settableClock } from '#platform/clock'
import { Database, type Scope } from '#platform/database'
import { testDatabase } from '#test/database'
import { naivelySees } from '#test/permission/naive-model'
import { plantWorlds } from '#test/permission/plant-world'
import { type WorldDistrict, worldDistrict } from '#test/permission/world'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls, 4)
const clock = settableClock('2026-09-18T02:00:00Z')
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await database.close()
})

// Whatever hangs on a case, and the column that says on which.
const tables = {
  cases: 'id',
  case_party: 'case_id',
  event: 'subject_id',
  case_text: 'case_id',
  task: 'case_id',
  clock: 'case_id',
}
const size = { units: 14, staff: 24, cases: 40 }

const visible = (pool: 'staff' | 'portal', scope: Scope): Promise<Record<string, number[]>> =>
  database.as(pool, scope, async (tx) => {
    const found: Record<string, number[]> = {}
    for (const [table, column] of Object.entries(tables)) {
      const { rows } = await sql<{ id: number }>`
        select distinct ${sql.ref(column)} as id from ${sql.table(table)} order by 1`.execute(tx)
      found[table] = rows.map(({ id }) => id)
    }
    return found
  })

const everywhere = (ids: number[]) => Object.fromEntries(Object.keys(tables).map((table) => [table, ids]))

async function planted(worlds: WorldDistrict[], look: () => Promise<void>): Promise<void> {
  await owner.query(`truncate ${Object.keys(tables).join(', ')}, unit, staff, district cascade`)
  await plantWorlds(ownerUrl, worlds)
  await look()
}

let pairs = 0
let seen = 0

async function lookAsStaff(world: WorldDistrict, others: number): Promise<void> {
  for (const person of world.staff) {
    const { scope } = await loadActor(database, { district: world.id, staffId: person.id }, clock, 'zh')
    const expected = world.cases.filter((matter) => naivelySees(world, person, matter)).map(({ id }) => id)
    pairs += world.cases.length + others
    seen += expected.length
    // The log itself is whole for the one who audits: it holds ids, not what was said.
    const audits = person.posts.some(({ role }) => role === 'auditAdministrator')
    const logged = audits ? world.cases.map(({ id }) => id) : expected
    expect(await visible('staff', scope)).toEqual({ ...everywhere(expected), event: logged })
  }
}

test('row-level security shows what the naive model says, in 10,000 pairs of a person and a case: no leak', async () => {
  await fc.assert(
    fc.asyncProperty(worldDistrict(1, size), worldDistrict(2, size), (first, second) =>
      planted([first, second], async () => {
        await lookAsStaff(first, second.cases.length)
        await lookAsStaff(second, first.cases.length)
      }),
    ),
    { numRuns: 4, endOnFailure: true },
  )
  expect(pairs).toBeGreaterThan(10_000)
  expect(seen).toBeGreaterThan(1_000)
}, 120_000)

test('a resident sees their own matters and the one case of a receipt, of one district, and nobody else’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      worldDistrict(1, size),
      worldDistrict(2, size),
      fc.integer({ min: 1, max: 40 }),
      (first, second, index) =>
        planted([first, second], async () => {
          for (const person of [1001, 1002, 2001]) {
            const receiptCase = first.cases[index - 1]!.id
            const own = first.cases
              .filter(({ id, requester }) => requester === person || id === receiptCase)
              .map(({ id }) => id)
            expect(await visible('portal', { district: 1, persons: [person], receiptCase })).toEqual(everywhere(own))
            expect(await visible('portal', { district: 1, persons: [] })).toEqual(everywhere([]))
          }
        }),
    ),
    { numRuns: 2, endOnFailure: true },
  )
}, 120_000)

test('what somebody does not see they cannot change either', async () => {
  const [world] = fc.sample(worldDistrict(1, size), { numRuns: 1, seed: 7 }) as [WorldDistrict]
  await planted([world], async () => {
    for (const person of world.staff) {
      const { scope } = await loadActor(database, { district: 1, staffId: person.id }, clock, 'zh')
      const changed = await database.as('staff', scope, async (tx) => {
        const { rows } = await sql<{ id: number }>`update cases set title = '改' returning id`.execute(tx)
        return rows.map(({ id }) => id)
      })
      const expected = world.cases.filter((matter) => naivelySees(world, person, matter)).map(({ id }) => id)
      expect(changed.toSorted()).toEqual(expected.toSorted())
    }
  })
})

test('a scope that names the units of another district still shows one district only', async () => {
  const [first, second] = [1, 2].map((id) => fc.sample(worldDistrict(id, size), { numRuns: 1, seed: 9 })[0]!)
  await planted([first!, second!], async () => {
    const everything = '{[1,1000000)}'
    const scope = { district: 1, reach: everything, sealedReach: everything, peopleReach: everything }
    const theirs = first!.cases.filter(({ parties }) => parties.some(({ role }) => role !== 'complained'))
    expect(await visible('staff', scope)).toEqual(everywhere(theirs.map(({ id }) => id)))
  })
})

test('without a scope there is nothing to see', async () => {
  await planted(fc.sample(worldDistrict(1, size), { numRuns: 1, seed: 8 }), async () => {
    for (const table of Object.keys(tables)) {
      const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(database.unscoped('staff'))
      expect(rows).toEqual([])
    }
  })
})
