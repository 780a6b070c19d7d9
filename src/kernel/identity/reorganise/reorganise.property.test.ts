import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database, type Tx } from '#platform/database'
import { Refusal } from '#platform/errors'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { systemActor } from '../actor.ts'
import { type Unit, unitTree } from '../units.ts'
import type { CaseHomes, Reorganisation } from './reorganisation.ts'
import { reorganise } from './reorganise.ts'

const { ownerUrl, urls } = await testDatabase()
const { district } = await plantCast(ownerUrl)
const database = new Database(urls, 1)
afterAll(() => database.close())

const clock = settableClock('2026-01-01T01:00:00Z')
const noCases: CaseHomes = { openAt: async () => [], rehome: async () => undefined }
const day = (step: number) => new Date(Date.UTC(2026, 0, 2 + step)).toISOString().slice(0, 10)

const step = fc.record({
  kind: fc.constantFrom('move', 'merge', 'found', 'split'),
  picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  ahead: fc.nat(3),
})

/** Some wish about units that exist, sensible or not. */
function wishOf({ kind, picks }: { kind: string; picks: number[] }, units: Unit[], on: string): Reorganisation {
  const [a, b, c] = picks.map((pick) => units[pick % units.length]!) as [Unit, Unit, Unit]
  if (kind === 'move') return { kind: 'move', unit: a.id, under: b.id, on }
  if (kind === 'merge') return { kind: 'merge', units: [a.id, b.id], into: c.id, on }
  if (kind === 'found') return { kind: 'merge', units: [a.id, b.id], into: { name: { zh: `新${on}` } }, on }
  const children = units.filter(({ parent }) => parent === a.id).map(({ id }) => id)
  return { kind: 'split', unit: a.id, into: [{ name: { zh: '甲' }, children }, { name: { zh: '乙' } }], on }
}

/** On the day every unit stands below the district, once, and nothing closed is above anything. */
async function expectTree(tx: Tx, on: string): Promise<void> {
  const tree = await unitTree(tx, on)
  const { rows } = await sql<{ id: number }>`select unit_id as id from unit_name where valid @> ${on}::date`.execute(tx)
  expect(tree.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  expect(tree.filter(({ parent }) => parent === null)).toHaveLength(1)
  const alive = new Set(tree.map(({ id }) => id))
  for (const { parent } of tree) if (parent !== null) expect(alive.has(parent)).toBe(true)
  const root = tree[0]!.id
  const { rows: reach } = await sql<{ all: boolean }>`
    select unit_subtree(${root}, ${on}::date) @> (select range_agg(int4range(id, id, '[]')) from unit) as all`.execute(
    tx,
  )
  // Whoever stands above all inherits all, closed units included, from the day they were founded on.
  if (on >= day(60)) expect(reach[0]!.all).toBe(true)
}

class Undone extends Error {}

test('whatever is moved, merged and split, on every day the units are one tree and no past is lost', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const work = database.as('worker', { district }, async (tx) => {
        let date = 0
        for (const each of steps) {
          date += each.ahead
          const wish = wishOf(each, await unitTree(tx, day(date)), day(date))
          await sql`savepoint step`.execute(tx)
          try {
            await reorganise(tx, systemActor(district), wish, noCases, clock)
            done += 1
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            await sql`rollback to savepoint step`.execute(tx)
          }
        }
        for (let on = 0; on <= date + 1; on++) await expectTree(tx, day(on))
        await expectTree(tx, day(60))
        throw new Undone()
      })
      await work.catch((error) => {
        if (!(error instanceof Undone)) throw error
      })
    }),
    { numRuns: 20 },
  )
  expect(done).toBeGreaterThan(15)
}, 120_000)
