import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '#test/database'
import { settableClock } from './clock.ts'
import { Database, type Scope, type Tx } from './database.ts'
import { makeLog } from './log.ts'
import { connectOwner } from './migrate-connection.ts'
import { type Effect, parkedTimers, runDueTimers, startTimers, unparkTimer } from './timers.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls)
const owner = await connectOwner(ownerUrl)
const START = '2026-03-02T01:00:00Z'
const clock = settableClock(START)
const district = 1

await owner.query(
  `insert into district (id, name, hotline) values (1, '{"zh":"云溪区"}', '12345'), (2, '{"zh":"青石区"}', '12345')`,
)
await owner.query('create table fired (timer_id bigint, case_id bigint, runner text)')
await owner.query('create table thing (id int primary key, note text)')
await owner.query("insert into thing values (1, '')")
await owner.query('grant select, insert on fired to app_worker; grant select, update on thing to app_worker')
afterAll(async () => {
  await database.close()
  await owner.end()
})
beforeEach(async () => {
  clock.set(START)
  await owner.query('truncate timer, fired')
})

const leave = (count: number, effect = 'mark', of = district) =>
  owner.query(
    `insert into timer (district_id, case_id, effect, fire_at)
     select $1, i % 97, $2, $3::timestamptz - i * interval '1 second' from generate_series(1, $4) i`,
    [of, effect, START, count],
  )
const markAs =
  (runner: string): Effect =>
  async (tx, timer) => {
    await sql`insert into fired values (${timer.id}, ${timer.caseId}, ${runner})`.execute(tx)
  }
const fail: Effect = async (tx) => {
  await sql`select 1 / 0`.execute(tx)
}
const run = (effects: Record<string, Effect>, limit?: number) =>
  runDueTimers({ database, district, clock, effects, limit })
const count = async (query: string) => Number((await owner.query(query)).rows[0].count)
const worker = <T>(work: (tx: Tx) => Promise<T>) => database.as('worker', { district }, work)

test('two runners fire thousands of timers once each, and share the work', async () => {
  await leave(3_000)
  const drain = async (runner: string) => {
    while ((await run({ mark: markAs(runner) })).fired > 0);
  }
  await Promise.all([drain('first'), drain('second')])
  expect(await count('select count(*) from fired')).toBe(3_000)
  expect(await count('select count(distinct timer_id) from fired')).toBe(3_000)
  expect(await count('select count(distinct runner) from fired')).toBe(2)
  expect(await count('select count(*) from timer')).toBe(0)
})

test('nothing fires before its time', async () => {
  await leave(1)
  clock.advance(-2_000)
  expect(await run({ mark: markAs('early') })).toEqual({ fired: 0, failed: 0, busy: 0 })
  clock.advance(1_000)
  expect(await run({ mark: markAs('punctual') })).toMatchObject({ fired: 1 })
})

test('a failing effect leaves nothing behind and takes no other with it', async () => {
  await leave(2)
  await leave(1, 'broken')
  const broken: Effect = async (tx, timer) => {
    await markAs('half')(tx, timer)
    await fail(tx, timer)
  }
  expect(await run({ mark: markAs('whole'), broken })).toEqual({ fired: 2, failed: 1, busy: 0 })
  expect(await count("select count(*) from fired where runner = 'half'")).toBe(0)
})

test('a failing effect waits 1, 2, 4 … minutes, is parked after the eighth failure, and can be let go again', async () => {
  await leave(1)
  const waits: number[] = []
  for (let failures = 0, waited = 0; failures < 8; waited += 30_000, clock.advance(30_000)) {
    const { failed } = await run({ mark: fail })
    if (failed === 0) continue
    failures += failed
    waits.push(waited / 60_000)
    waited = 0
  }
  expect(waits.slice(1)).toEqual([1, 2, 4, 8, 16, 32, 64])
  const [parked] = await worker((tx) => parkedTimers(tx))
  expect(parked).toMatchObject({ attempts: 8, lastError: 'error: division by zero', caseId: 1 })
  clock.advance(86_400_000)
  expect(await run({ mark: markAs('again') })).toMatchObject({ fired: 0, failed: 0 })
  expect(await worker((tx) => unparkTimer(tx, parked!.id))).toBe(true)
  expect(await worker((tx) => unparkTimer(tx, parked!.id))).toBe(false)
  expect(await run({ mark: markAs('again') })).toMatchObject({ fired: 1 })
})

test('an effect that this version does not know is kept and says so', async () => {
  await leave(1, 'fromTheFuture')
  expect(await run({})).toMatchObject({ failed: 1 })
  const { rows } = await owner.query('select last_error from timer')
  expect(rows[0].last_error).toBe('Error: no effect is called fromTheFuture')
})

test('a verb that removes a timer while it fires goes through, and the timer gives way', async () => {
  await leave(1)
  const writeThing: Effect = async (tx, timer) => {
    await sql`update thing set note = 'timer' where id = 1`.execute(tx)
    await markAs('timer')(tx, timer)
  }
  const other = await connectOwner(ownerUrl)
  await other.query('begin')
  await other.query("update thing set note = 'verb' where id = 1")
  const firing = run({ mark: writeThing })
  await pause(100)
  await other.query('delete from timer')
  await other.query('commit')
  expect(await firing).toEqual({ fired: 0, failed: 0, busy: 1 })
  await other.end()
  clock.advance(60_000)
  expect(await run({ mark: writeThing })).toMatchObject({ fired: 0 })
  expect((await owner.query('select note from thing')).rows[0].note).toBe('verb')
})

test('desk and portal leave timers in their own district, and read none', async () => {
  for (const role of ['staff', 'portal'] as const) {
    const as = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => database.as(role, scope, work)
    await as({ district }, (tx) => sql`insert into timer (effect, fire_at) values ('mark', ${START})`.execute(tx))
    const foreign = as({ district }, (tx) =>
      sql`insert into timer (district_id, effect, fire_at) values (2, 'mark', ${START})`.execute(tx),
    )
    await expect(foreign).rejects.toThrow(/row-level security/)
    await expect(as({ district }, (tx) => sql`select * from timer`.execute(tx))).rejects.toThrow(/permission denied/)
  }
  expect(await count('select count(*) from timer where district_id = 1')).toBe(2)
})

test('the loop serves every district, survives a lost database, and finishes its batch when stopped', async () => {
  await leave(120, 'mark', 1)
  await leave(120, 'mark', 2)
  let outage = true
  const mark: Effect = async (tx, timer) => {
    if (!outage) return markAs('loop')(tx, timer)
    outage = false
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    await sql`select 1`.execute(tx)
  }
  const timers = startTimers({ database, clock, effects: { mark }, log: makeLog('silent'), every: 10 })
  while ((await count('select count(*) from fired')) < 240) await pause(20)
  await timers.stop()
  await leave(1)
  await pause(50)
  expect(await count('select count(*) from timer')).toBe(1)
  expect(await count('select count(*) from fired')).toBe(240)
})
