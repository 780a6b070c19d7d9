import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { testDatabase } from '#test/database'
import { record } from './record.ts'
import { sealEvents } from './seal-events.ts'
import { type Verdict, verifySeals } from './verify-seals.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls, 3)
const clock = settableClock('2026-03-02T01:00:00Z')
const owner = new pg.Client({ connectionString: ownerUrl })

beforeAll(async () => {
  await owner.connect()
  for (const id of [1, 2]) {
    await owner.query(`insert into district (id, name, hotline) values ($1, '{"zh": "示范区"}', '12345')`, [id])
  }
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const happen = (subjectId: number, verb: string, district = 1) =>
  database.as('worker', { district }, (tx) =>
    record(tx, {
      subject: 'setting',
      subjectId,
      verb,
      actor: { kind: 'system', id: null },
      at: clock.now(),
      data: { b: 1, a: '改' },
    }),
  )

/** Seals in so many processes at once, as soon as no transaction of the whole server (another test file's) is in the way. */
async function seal(district: number, processes = 1): Promise<number> {
  await vi.waitFor(async () => {
    const { rows } = await owner.query('select log_horizon() > max(position) as clear from event')
    expect(rows[0].clear).toBe(true)
  }, 15_000)
  const counts = Array.from({ length: processes }, () => sealEvents(database, clock, district))
  return (await Promise.all(counts)).reduce((sum, count) => sum + count)
}

async function verdictOf(district: number): Promise<Verdict> {
  return (await verifySeals(owner)).find((verdict) => verdict.district === district)!
}

/** What somebody with the owner's password does to the evidence, undone after `look`. */
async function tampered(statement: string, look: () => Promise<void>): Promise<void> {
  await owner.query('begin')
  await owner.query("set local session_replication_role = 'replica'")
  await owner.query(statement)
  await look().finally(() => owner.query('rollback'))
}

test('every event is sealed once, in links that build on one another', async () => {
  for (const verb of ['open', 'change']) await happen(1, verb)
  expect(await seal(1)).toBe(2)
  expect(await sealEvents(database, clock, 1)).toBe(0)
  for (const verb of ['change', 'close', 'reopen']) await happen(1, verb)
  expect(await seal(1)).toBe(3)
  expect(await verdictOf(1)).toEqual({
    district: 1,
    seals: 2,
    events: 5,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a head that was kept elsewhere tells that the chain was cut since', async () => {
  const { head } = await verdictOf(1)
  expect(await verifySeals(owner, new Map([[1, head]]))).toContainEqual(
    expect.not.objectContaining({ broken: expect.anything() }),
  )
  await tampered('delete from seal where district_id = 1 and id = 2', async () => {
    expect((await verdictOf(1)).broken).toBeUndefined()
    const [verdict] = await verifySeals(owner, new Map([[1, head]]))
    expect(verdict?.broken).toBe(
      `The kept head ${head} is not in the chain of district 1: the chain was cut or made anew.`,
    )
  })
})

test('each district has a chain of its own', async () => {
  await happen(7, 'open', 2)
  expect(await seal(2)).toBe(1)
  expect(await verdictOf(2)).toMatchObject({ seals: 1, events: 1 })
  expect((await verdictOf(2)).head).not.toBe((await verdictOf(1)).head)
})

test('what a running transaction may still add waits for the next link', async () => {
  const slow = new pg.Client({ connectionString: ownerUrl })
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    "select set_config('app.district', '1', true), record_event('setting', 3, 'open', 'system', null, null, null, now(), '{}')",
  )
  await happen(4, 'open')
  expect(await sealEvents(database, clock, 1)).toBe(0)
  await slow.query('commit').finally(() => slow.end())
  expect(await seal(1)).toBe(2)
  expect((await verdictOf(1)).broken).toBeUndefined()
})

test('two processes that seal at once seal nothing twice', async () => {
  await happen(5, 'open')
  expect(await seal(1, 3)).toBe(1)
  expect((await verdictOf(1)).broken).toBeUndefined()
})

test.each([
  ["update event set data = '{}' where district_id = 1 and id = 4", /^Seal 2 .*: event 4 was changed\.$/],
  ["update event set at = at + interval '1 us' where district_id = 1 and id = 1", /^Seal 1 .*: event 1 was changed\.$/],
  [
    'delete from event where district_id = 1 and id = 3',
    /^Seal 2 .* sealed 3 events and 2 are left: one is missing before event 4\.$/,
  ],
  [
    `insert into event select district_id, 90, subject, subject_id, 90, verb, actor_kind, actor_id, unit_id, role, at, data, position
     from event where id = 2`,
    /^Seal 1 .* sealed 2 events and there are 3: event 90 was added\.$/,
  ],
  [
    'update seal set sealed_at = now() where district_id = 1 and id = 2',
    /^Seal 2 .* was itself changed: its events are as they were\.$/,
  ],
  [
    'delete from seal where district_id = 1 and id = 2',
    /^Seal 3 .* follows seal 1: what stood between them is gone\.$/,
  ],
  ["update seal set hash = '\\x00' where district_id = 1 and id = 3", /^Seal 3 .* was itself changed/],
])('the first broken link is named after: %s', async (statement, sentence) => {
  await tampered(statement, async () => {
    expect((await verdictOf(1)).broken).toMatch(sentence)
    expect((await verdictOf(2)).broken).toBeUndefined()
  })
})
