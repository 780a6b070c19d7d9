import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database'
import { settableClock } from './clock.ts'
import { Database } from './database.ts'
import { makeLog } from './log.ts'
import { connectOwner } from './migrate-connection.ts'
import { type LivePush, type PushHub, type Subscription, startPump, startPushHub } from './pump.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls)
const owner = await connectOwner(ownerUrl)
const clock = settableClock('2026-03-02T01:00:00Z')
const log = makeLog('silent')
await owner.query(
  `insert into district (id, name, hotline) values (1, '{"zh":"云溪区"}', '12345'), (2, '{"zh":"青石区"}', '12345')`,
)

const running: { stop(): Promise<void> }[] = []
beforeEach(async () => {
  await owner.query('truncate push')
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()))
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

function pump() {
  const started = startPump({ directUrl: urls.worker, clock, log })
  running.push(started)
  return started
}
async function hub(): Promise<PushHub> {
  const started = startPushHub({ database, directUrl: urls.worker, log })
  running.push(started)
  await started.ready
  return started
}
const leave = (n: number, district = 1) =>
  database.as('staff', { district }, (tx) =>
    sql`insert into push (topic, unit_ids, data, at) values ('case', '{3}', ${{ n }}, ${clock.now()})`.execute(tx),
  )
/** A page that keeps what it hears. */
function page(options: Partial<Subscription> = {}) {
  const heard: LivePush[] = []
  const gap = vi.fn()
  const deliver = (push: LivePush) => void heard.push(push)
  return { heard, gap, subscription: { district: 1, sees: () => true, deliver, onGap: gap, ...options } }
}
const numbers = (heard: LivePush[]) => heard.map(({ data }) => data.n)
const hears = (heard: LivePush[], count: number) =>
  vi.waitFor(() => expect(heard).toHaveLength(count), { timeout: 10_000, interval: 10 })

test('what is committed reaches the pages of every process, and what is undone reaches none', async () => {
  pump()
  const pages = [page(), page()]
  for (const { subscription } of pages) await (await hub()).subscribe(subscription)
  await leave(1)
  await database
    .as('staff', { district: 1 }, async (tx) => {
      await sql`insert into push (topic, data, at) values ('case', '{"n":2}', now())`.execute(tx)
      throw new Error('undone')
    })
    .catch(() => undefined)
  await leave(3)
  for (const { heard } of pages) {
    await hears(heard, 2)
    expect(numbers(heard)).toEqual([1, 3])
  }
})

test('a page hears its own district and what it may see', async () => {
  pump()
  const mine = page({ sees: ({ data }) => data.n !== 2 })
  const other = page({ district: 2 })
  const both = await hub()
  await both.subscribe(mine.subscription)
  await both.subscribe(other.subscription)
  await leave(1)
  await leave(2)
  await leave(3, 2)
  await leave(4)
  await hears(mine.heard, 2)
  await hears(other.heard, 1)
  expect([numbers(mine.heard), numbers(other.heard)]).toEqual([[1, 4], [3]])
})

test('a push names whom it is for as numbers', async () => {
  pump()
  const { heard, subscription } = page()
  await (await hub()).subscribe(subscription)
  await owner.query(`insert into push (district_id, topic, unit_ids, staff_ids, barred, sealed, data, at)
    values (1, 'case', '{3,4}', '{7}', '{[5,7),[9,10)}', true, '{}', now())`)
  await hears(heard, 1)
  expect(heard[0]).toMatchObject({
    unitIds: [3, 4],
    staffIds: [7],
    barred: [5, 6, 9],
    sealed: true,
    seq: expect.any(Number),
  })
})

test('a transaction that began earlier and commits later is not passed over', async () => {
  pump()
  const { heard, subscription } = page()
  await (await hub()).subscribe(subscription)
  const slow = await connectOwner(ownerUrl)
  await slow.query('begin')
  await slow.query(`insert into push (district_id, topic, data, at) values (1, 'case', '{"n":"slow"}', now())`)
  await leave(1)
  await hears(heard, 1)
  await slow.query('commit')
  await hears(heard, 2)
  await slow.end()
  expect(heard.map(({ seq }) => seq)).toEqual(heard.map(({ seq }) => seq).sort((a, b) => a - b))
})

test('a burst is told with few notifications, and completely', async () => {
  const ear = new pg.Client({ connectionString: ownerUrl })
  await ear.connect()
  await ear.query('listen push')
  let notifications = 0
  ear.on('notification', () => notifications++)
  pump()
  const { heard, subscription } = page()
  await (await hub()).subscribe(subscription)
  const started = performance.now()
  for (let n = 0; n < 1_500; n += 3) await Promise.all([leave(n), leave(n + 1), leave(n + 2)])
  await hears(heard, 1_500)
  const seconds = (performance.now() - started) / 1_000
  await ear.end()
  expect(new Set(numbers(heard)).size).toBe(1_500)
  expect(notifications / seconds).toBeLessThan(50)
})

test('a page that comes back gets what it missed, once and in order, while more arrives', async () => {
  pump()
  const hub1 = await hub()
  const first = page()
  const leaveHub = await hub1.subscribe(first.subscription)
  await leave(0)
  await hears(first.heard, 1)
  leaveHub()
  leaveHub()
  for (let n = 1; n <= 700; n++) await leave(n)
  const back = page({ after: first.heard[0]!.seq })
  const hub2 = await hub()
  const coming = hub2.subscribe(back.subscription)
  for (let n = 701; n <= 720; n++) await leave(n)
  await coming
  await hears(back.heard, 720)
  expect(numbers(back.heard)).toEqual(Array.from({ length: 720 }, (_, i) => i + 1))
  expect(back.gap).not.toHaveBeenCalled()
  expect(first.heard).toHaveLength(1)
})

test('a page that was told more by another process hears nothing twice', async () => {
  const lagging = await hub()
  await lagging.subscribe(page().subscription)
  await leave(1)
  await leave(2)
  await owner.query(
    "with numbers as (select id, nextval('push_seq') as seq from push order by id) update push p set seq = n.seq from numbers n where n.id = p.id",
  )
  const { rows } = await owner.query('select max(seq)::int as last from push')
  const { heard, subscription } = page({ after: rows[0].last })
  await lagging.subscribe(subscription)
  pump()
  await leave(3)
  await hears(heard, 1)
  expect(numbers(heard)).toEqual([3])
})

test('what is older than ten minutes is forgotten, and a page that needs it is told so', async () => {
  pump()
  const { heard, subscription } = page()
  await (await hub()).subscribe(subscription)
  await leave(1)
  await hears(heard, 1)
  await Promise.all(running.splice(0).map((each) => each.stop()))
  clock.advance(11 * 60_000)
  pump()
  await vi.waitFor(async () => expect((await owner.query('select from push')).rowCount).toBe(0))
  const late = page({ after: heard[0]!.seq })
  await (await hub()).subscribe(late.subscription)
  expect(late.gap).toHaveBeenCalledOnce()
  await leave(2)
  await hears(late.heard, 1)
})

test('one pump works at a time; the next takes over when it is killed, and pages catch up', async () => {
  const hub1 = await hub()
  const { heard, subscription } = page()
  await hub1.subscribe(subscription)
  pump()
  pump()
  await leave(1)
  await hears(heard, 1)
  const locks = `select pid from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and pg_locks.database = (select oid from pg_database where datname = current_database())`
  expect((await owner.query(locks)).rowCount).toBe(1)
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  await pause(50)
  await leave(2).catch(() => leave(2))
  await hears(heard, 2)
  expect(numbers(heard)).toEqual([1, 2])
})
