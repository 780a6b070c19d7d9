import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeLog } from '#platform/log'
import { consumeEvents } from './consume.ts'
import { parkedEvents, retryAfter, unparkEvent } from './consume-retries.ts'
import { openLog } from './fixture-log.ts'
import type { Consumer } from './happened.ts'
import { startConsumers } from './start-consumers.ts'

const log = await openLog()
const { database, clock, owner, happen, settled } = log
beforeAll(() => owner.query('create table heard (event bigint, verb text); grant all on heard to app_worker'))
afterAll(() => log.close())

let made = 0
let consumer: Consumer
let broken: (verb: string) => boolean
beforeEach(async () => {
  await owner.query('truncate heard')
  broken = () => false
  consumer = listener(`listener ${++made}`)
  await consume()
  await owner.query('truncate heard')
})

/** Writes down what it hears; a broken one has written before it fails. */
const listener = (name: string): Consumer => ({
  name,
  subject: 'setting',
  verbs: ['open', 'close'],
  handle: async (tx, { id, verb }) => {
    await sql`insert into heard values (${id}, ${verb})`.execute(tx)
    if (broken(verb)) throw new Error('no telephone')
  },
})
const consume = async (limit?: number) => {
  await settled()
  return await consumeEvents({ database, clock }, 1, consumer, limit)
}
const heard = async () => (await owner.query('select verb from heard order by event')).rows.map(({ verb }) => verb)

test('what has happened is handed over once, in order, and only what the consumer asked for', async () => {
  for (const verb of ['open', 'change', 'close']) await happen(1, verb)
  expect(await consume()).toEqual({ handled: 2, failed: 0 })
  expect(await heard()).toEqual(['open', 'close'])
  expect(await consume()).toEqual({ handled: 0, failed: 0 })
  expect(await heard()).toHaveLength(2)
})

test('a long log is handed over piece by piece, none left out, none twice', async () => {
  await database.as('worker', { district: 1 }, (tx) =>
    sql`select record_event('setting', 100 + n, 'open', 'system', null, null, null, now(), '{}') from generate_series(1, 7) n`.execute(
      tx,
    ),
  )
  const counts: number[] = []
  for (let round = 0; round < 4; round++) counts.push((await consume(3)).handled)
  expect(counts).toEqual([3, 3, 1, 0])
  const { rows } = await owner.query('select count(distinct event) as events, count(*) as times from heard')
  expect(rows[0]).toEqual({ events: 7, times: 7 })
})

test('another district’s events are its own', async () => {
  await happen(2, 'open', 2)
  expect(await consume()).toEqual({ handled: 0, failed: 0 })
})

test('an event waits while a running transaction may still add one before it', async () => {
  const slow = new pg.Client({ connectionString: log.ownerUrl })
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    "select set_config('app.district', '1', true), record_event('setting', 30, 'open', 'system', null, null, null, now(), '{}')",
  )
  await happen(31, 'close')
  expect((await consumeEvents({ database, clock }, 1, consumer)).handled).toBe(0)
  await slow.query('commit').finally(() => slow.end())
  expect((await consume()).handled).toBe(2)
  expect(await heard()).toEqual(['open', 'close'])
})

test('several processes at once handle no event twice', async () => {
  for (let id = 40; id < 60; id++) await happen(id, 'open')
  await settled()
  const house = { database, clock }
  const counts = Array.from({ length: 12 }, () => consumeEvents(house, 1, consumer, 5))
  const handled = (await Promise.all(counts)).reduce((sum, count) => sum + count.handled, 0)
  while ((await consume(5)).handled > 0);
  expect(handled).toBeGreaterThan(0)
  const { rows } = await owner.query('select count(distinct event) as events, count(*) as times from heard')
  expect(rows[0]).toEqual({ events: 20, times: 20 })
})

test('an event that fails leaves nothing behind, holds nobody up, and is tried again when its time has come', async () => {
  broken = (verb) => verb === 'open'
  for (const verb of ['open', 'close']) await happen(70, verb)
  expect(await consume()).toEqual({ handled: 1, failed: 1 })
  expect(await heard()).toEqual(['close'])
  broken = () => false
  expect(await consume()).toEqual({ handled: 0, failed: 0 })
  clock.advance(retryAfter(1))
  expect(await consume()).toEqual({ handled: 1, failed: 0 })
  expect(await heard()).toEqual(['open', 'close'])
  clock.advance(retryAfter(9))
  expect((await consume()).handled).toBe(0)
})

test('after its last try an event is parked where it can be seen, and can be let go again', async () => {
  broken = () => true
  await happen(80, 'open')
  const waits: number[] = []
  for (let failures = 1; failures <= 8; failures++) {
    expect((await consume()).failed).toBe(1)
    waits.push(retryAfter(failures) / 60_000)
    clock.advance(retryAfter(failures))
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128])
  expect(await consume()).toEqual({ handled: 0, failed: 0 })
  const inDistrict = <T>(work: Parameters<typeof database.as<T>>[2]) => database.as('worker', { district: 1 }, work)
  const [parked] = await inDistrict((tx) => parkedEvents(tx))
  expect(parked).toMatchObject({ consumer: consumer.name, subjectId: 80, verb: 'open', failures: 8 })
  expect(parked!.lastError).toBe('Error: no telephone')
  broken = () => false
  expect(await inDistrict((tx) => unparkEvent(tx, consumer.name, parked!.event, clock.now()))).toBe(true)
  expect(await consume()).toEqual({ handled: 1, failed: 0 })
  expect(await inDistrict((tx) => parkedEvents(tx))).toEqual([])
  expect(await inDistrict((tx) => unparkEvent(tx, consumer.name, parked!.event, clock.now()))).toBe(false)
})

test('an idle house writes nothing', async () => {
  const written = new Set<string>()
  for (let round = 0; round < 20; round++) {
    await consume()
    const { rows } = await owner.query('select ctid::text from event_cursor where consumer = $1', [consumer.name])
    written.add(rows[0]?.ctid)
  }
  // Once more at most, should the whole server have done a thousand things meanwhile.
  expect(written.size).toBeLessThanOrEqual(2)
})

test('the worker hands over what happens in every district until it is stopped', async () => {
  const worker = startConsumers({ database, clock, log: makeLog('error'), consumers: [consumer], every: 20 })
  for (const district of [1, 2]) await happen(90, 'open', district)
  await vi.waitFor(async () => expect((await heard()).length).toBeGreaterThanOrEqual(2), 15_000)
  await worker.stop()
  const count = (await heard()).length
  await happen(91, 'open')
  await settled()
  expect(await heard()).toHaveLength(count)
})
