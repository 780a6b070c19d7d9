import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Scope } from '#platform/database'
import { DISTRICT, openHouse } from './fixture-house.ts'
import { sees } from './visible.ts'

const { owner, database } = await openHouse()

const multirange = (units: readonly number[]) => `{${units.map((unit) => `[${unit},${unit + 1})`).join(',')}}`
const units = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 })
const scope = fc.record({
  reach: units.map(multirange),
  home: units.map(multirange),
  sealedReach: units.map(multirange),
})
const push = fc.record({ unitIds: units, barred: units, sealed: fc.boolean() })

test('a push about a case reaches exactly those whom row-level security shows the case', async () => {
  const cases = fc.sample(push, 120)
  for (const [i, { unitIds, barred, sealed }] of cases.entries()) {
    await owner.query(
      `insert into cases (district_id, id, type, type_version, state, kind, channel, title, intake_unit, received_at, recorded_at, seen_by, barred, sealed)
       values ($1, $2, 'request', 1, 'open', 'help', 'phone', '', 1, now(), now(), $3, $4, $5)`,
      [DISTRICT, i + 1, multirange(unitIds), multirange(barred), sealed],
    )
  }
  for (const reader of fc.sample(scope, 60)) {
    const full: Scope = { district: DISTRICT, ...reader }
    const { rows } = await database.as('staff', full, (tx) =>
      sql<{ id: number }>`select id from cases order by id`.execute(tx),
    )
    const may = sees({ id: 1, scope: full })
    const live = { seq: 1, topic: 'case', staffIds: [], data: {}, at: new Date() }
    const told = cases.flatMap((each, i) => (may({ ...live, ...each }) ? [i + 1] : []))
    expect(told).toEqual(rows.map(({ id }) => id))
  }
})

test('a push to a member reaches this member alone', () => {
  const mine = {
    seq: 1,
    topic: 'notification',
    unitIds: [],
    staffIds: [7],
    barred: [],
    sealed: false,
    data: {},
    at: new Date(),
  }
  const everything: Scope = { district: DISTRICT, reach: '{[1,100)}', home: '{[1,100)}', sealedReach: '{[1,100)}' }
  expect(sees({ id: 7, scope: { district: DISTRICT } })(mine)).toBe(true)
  expect(sees({ id: 8, scope: everything })(mine)).toBe(false)
})
