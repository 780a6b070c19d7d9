import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { afterAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database'
import { Database } from './database.ts'
import { defineCron, defineJob, enqueue, type JobPayload, startJobs } from './jobs.ts'
import { makeLog } from './log.ts'
import { connectOwner } from './migrate-connection.ts'

const { ownerUrl, urls } = await testDatabase()
const database = new Database(urls)
const owner = await connectOwner(ownerUrl)
const log = makeLog('silent')
await owner.query(`insert into district (id, name, hotline) values (7, '{"zh":"云溪区"}', '12345')`)
afterAll(async () => {
  await database.close()
  await owner.end()
})

const leave = (job: string, id: number, role: 'staff' | 'portal' = 'staff') =>
  database.as(role, { district: 7 }, (tx) => enqueue(tx, job, { id }))
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000 })

test('a job left by desk or portal, even before its worker starts, runs with the district and the id', async () => {
  await leave('greet', 41)
  await leave('greet', 42, 'portal')
  const seen: JobPayload[] = []
  const jobs = await startJobs({
    url: urls.worker,
    log,
    jobs: [defineJob('greet', async (job) => void seen.push(job))],
  })
  await until(() => seen.length === 2)
  await jobs.stop()
  expect(seen.sort((a, b) => a.id - b.id)).toEqual([
    { district: 7, id: 41 },
    { district: 7, id: 42 },
  ])
})

test('a job of a transaction that is undone never runs', async () => {
  const undone = database.as('staff', { district: 7 }, async (tx) => {
    await enqueue(tx, 'never', { id: 1 })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect((await owner.query("select from pgboss.job where name = 'never'")).rowCount).toBe(0)
})

test('a failing job is tried again, and what it said is not kept', async () => {
  let tries = 0
  const shaky = defineJob('shaky', async () => {
    tries += 1
    if (tries === 1) throw new Error('13800138000 is not reachable')
  })
  const jobs = await startJobs({ url: urls.worker, log, jobs: [shaky] })
  await owner.query("update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'shaky'")
  await leave('shaky', 1)
  await until(() => tries === 2)
  await jobs.stop()
  const { rows } = await owner.query("select state, output::text from pgboss.job where name = 'shaky'")
  expect(rows[0].state).toBe('completed')
  expect(JSON.stringify(rows)).not.toContain('13800138000')
})

test('a job whose worker is killed runs again', async () => {
  let runs = 0
  const slow = defineJob('slow', async () => void runs++, { longest: 1 })
  await leave('slow', 1)
  await owner.query(
    "update pgboss.job set state = 'active', started_on = now() - interval '1 minute', expire_seconds = 1 where name = 'slow'",
  )
  const jobs = await startJobs({ url: urls.worker, log, jobs: [slow] })
  const boss = new PgBoss({ connectionString: urls.worker, migrate: false, schedule: false })
  await boss.start()
  await boss.supervise('slow')
  await boss.stop({ graceful: false })
  await owner.query("update pgboss.job set start_after = now() where name = 'slow'")
  await until(() => runs === 1)
  await jobs.stop()
})

test('what is left behind is the same row that pg-boss would write itself', async () => {
  const boss = new PgBoss({ connectionString: ownerUrl, migrate: false, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue('same', { retryLimit: 3, retryDelay: 4, retryBackoff: true, expireInSeconds: 50 })
  await boss.send('same', { district: 7, id: 5 })
  await leave('same', 5)
  await boss.stop({ graceful: false })
  const { rows } = await owner.query(`
    select to_jsonb(j) - '{id,created_on,start_after,keep_until}'::text[]
      || jsonb_build_object('kept', keep_until - start_after) as job from pgboss.job j where name = 'same'`)
  expect(rows).toHaveLength(2)
  expect(rows[0].job).toEqual(rows[1].job)
})

test('neither desk nor portal reads jobs, nor leaves one without a district', async () => {
  for (const role of ['staff', 'portal'] as const) {
    const read = database.as(role, { district: 7 }, (tx) => sql`select * from pgboss.job`.execute(tx))
    await expect(read).rejects.toThrow(/permission denied/)
    const nowhere = sql`select enqueue_job('greet', 1)`.execute(database.unscoped(role))
    await expect(nowhere).rejects.toThrow('a job needs a district')
  }
})

test('a job for later waits', async () => {
  await database.as('staff', { district: 7 }, (tx) => enqueue(tx, 'later', { id: 1, after: 3_600 }))
  const { rows } = await owner.query(
    "select extract(epoch from start_after - created_on)::int as wait from pgboss.job where name = 'later'",
  )
  expect(rows).toEqual([{ wait: 3_600 }])
})

test('what runs by the clock is scheduled in the zone of the district, and runs once however many workers there are', async () => {
  let runs = 0
  const cron = defineCron('nightly', '30 2 * * *', async () => void runs++)
  const first = await startJobs({ url: urls.worker, log, jobs: [cron] })
  const second = await startJobs({ url: urls.worker, log, jobs: [cron] })
  const { rows } = await owner.query('select name, cron, timezone from pgboss.schedule')
  expect(rows).toEqual([{ name: 'nightly', cron: '30 2 * * *', timezone: 'Asia/Shanghai' }])
  await leave('nightly', 0)
  await until(() => runs === 1)
  await pause(2_500)
  expect(runs).toBe(1)
  await Promise.all([first.stop(), second.stop()])
})
