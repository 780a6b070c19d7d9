import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { findActor, loadActor } from './actors.ts'

const { ownerUrl, urls } = await testDatabase()
const { units, staff } = await plantCast(ownerUrl)
const database = new Database(urls, 2)
const owner = new pg.Client({ connectionString: ownerUrl })
beforeAll(async () => {
  await owner.connect()
  await owner.query("select set_config('app.district', '1', false)")
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const clock = settableClock('2026-03-02T01:00:00Z')
const load = (staffId: number) => loadActor(database, { district: 1, staffId }, clock, 'zh')
const inRange = async (range: string | undefined, unit: number) =>
  (await owner.query('select $1::int4multirange @> $2::int as inside', [range, unit])).rows[0].inside

test('a street handler reaches the street and its communities, and nobody else', async () => {
  const actor = await load(staff.bridgeHandler)
  expect(actor.name).toEqual({ zh: '乔东', en: 'Qiao Dong' })
  expect(actor.posts).toHaveLength(1)
  expect(actor.posts[0]).toMatchObject({ unit: units.bridgeStreet, role: 'handler' })
  expect(actor.posts[0]!.reach).toEqual(new Set([units.bridgeStreet, units.sunny, units.willow]))
  expect(await inRange(actor.scope.reach, units.willow)).toBe(true)
  expect(await inRange(actor.scope.reach, units.riverside)).toBe(false)
})

test('a hotline agent sees the centre’s cases and knows every resident of the district', async () => {
  const { scope } = await load(staff.agent)
  expect(await inRange(scope.reach, units.centre)).toBe(true)
  expect(await inRange(scope.reach, units.sunny)).toBe(false)
  for (const unit of Object.values(units)) expect(await inRange(scope.peopleReach, unit)).toBe(true)
})

test('only the confidential post opens sealed cases, and only the audit administrator the log', async () => {
  const confidential = await load(staff.confidential)
  expect(await inRange(confidential.scope.sealedReach, units.centre)).toBe(true)
  expect((await load(staff.agent)).scope.sealedReach).toBe('{}')
  expect((await load(staff.auditAdministrator)).scope.audit).toBe(true)
  expect((await load(staff.leader)).scope.audit).toBe(false)
})

test('administrators reach no case and no resident', async () => {
  const { scope } = await load(staff.systemAdministrator)
  expect(scope).toMatchObject({ reach: '{}', peopleReach: '{}', sealedReach: '{}', administers: 'system' })
})

test('a unit that took another’s place carries its past on', async () => {
  await owner.query("insert into unit_succession (predecessor, successor, since) values ($1, $2, '2026-01-01')", [
    units.northGarden,
    units.willow,
  ])
  const [post] = (await load(staff.willowWorker)).posts
  expect(post!.reach.has(units.northGarden)).toBe(true)
  expect(post!.inherits).toEqual(new Set([units.northGarden]))
  const { scope } = await load(staff.willowWorker)
  expect(await inRange(scope.home, units.northGarden)).toBe(true)
})

test('a post ends at midnight of the district, and somebody who left can no longer act', async () => {
  await owner.query("update post set valid = '[2020-01-01,2026-04-01)' where staff_id = $1", [staff.riverHandler])
  await owner.query("update staff set employed = '[2020-01-01,2026-04-02)' where id = $1", [staff.riverHandler])
  clock.set('2026-03-31T15:59:59Z')
  expect((await load(staff.riverHandler)).posts).toHaveLength(1)
  clock.set('2026-03-31T16:00:00Z')
  expect((await load(staff.riverHandler)).posts).toHaveLength(0)
  clock.set('2026-04-01T16:00:00Z')
  expect(await findActor(database, { district: 1, staffId: staff.riverHandler }, clock, 'zh')).toBeNull()
  await expect(load(staff.riverHandler)).rejects.toThrow('not-logged-in')
})

test('staff of one district are unknown in another', async () => {
  await plantCast(ownerUrl, 2)
  expect(await findActor(database, { district: 2, staffId: staff.agent }, clock, 'zh')).toBeNull()
})
