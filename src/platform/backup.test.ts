import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealEvents, verifySeals } from '#kernel/events'
import { testDatabase } from '#test/database'
import { backup } from './backup.ts'
import { systemClock } from './clock.ts'
import { Database } from './database.ts'
import { restore } from './restore.ts'

const source = await testDatabase()
const target = await testDatabase({ empty: true })
const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-backup-'))
const file = path.join(directory, 'today.backup')
const backupKey = randomBytes(32)
const filesDir = path.join(directory, 'files')
const database = new Database(source.urls, 4)
const from = new pg.Client({ connectionString: source.ownerUrl })
const to = new pg.Client({ connectionString: target.ownerUrl })
const log = () => {}
// Tab, backslash and \N mean something else in COPY's text format.
const AWKWARD = JSON.stringify('值\t\\N\n')

beforeAll(async () => {
  await from.connect()
  await to.connect()
  await from.query(`insert into district (id, name, hotline) values (1, '{"zh": "示范区"}', '12345')`)
  for (let round = 0; round < 20; round++) await write()
  mkdirSync(path.join(filesDir, 'ab'), { recursive: true })
  writeFileSync(path.join(filesDir, 'ab', 'photo'), randomBytes(200_000))
})
afterAll(async () => {
  await Promise.all([from.end(), to.end(), database.close()])
  rmSync(directory, { recursive: true })
})

let written = 0

/** One verb: a row and its event, together or not at all. */
async function write(): Promise<void> {
  const id = ++written
  await database.as('staff', { district: 1 }, async (tx) => {
    await sql`insert into setting (district_id, key, value) values (1, ${`test.${id}`}, ${AWKWARD}::jsonb)`.execute(tx)
    await sql`select record_event('setting', ${id}, 'change', 'system', null, null, null, ${new Date()}, '{}')`.execute(
      tx,
    )
  })
}

async function count(client: pg.Client, table: string): Promise<number> {
  return Number((await client.query(`select count(*) from ${table}`)).rows[0].count)
}

test('a backup under load holds one instant: each row with its event, and a chain that holds', async () => {
  let busy = true
  const load = [1, 2, 3].map(async () => {
    while (busy) await write()
  })
  await vi.waitFor(async () => expect(await sealEvents(database, systemClock, 1)).toBeGreaterThan(0), 15_000)
  await backup({ ownerUrl: source.ownerUrl, filesDir, backupKey, file, clock: systemClock })
  busy = false
  await Promise.all(load)
  await restore({ ownerUrl: target.ownerUrl, filesDir: path.join(directory, 'restored'), backupKey, file, log })
  const events = await count(to, 'event')
  expect(events).toBeGreaterThanOrEqual(20)
  expect(await count(to, `setting where key like 'test.%' and value = '${AWKWARD}'`)).toBe(events)
  expect(await count(from, 'event')).toBeGreaterThan(events)
  const [verdict] = await verifySeals(to)
  expect(verdict).toMatchObject({ district: 1, head: expect.stringMatching(/[1-9a-f]/) })
  expect(verdict?.broken).toBeUndefined()
})

test('files come back as they were', () => {
  const photo = (place: string) => readFileSync(path.join(directory, place, 'ab', 'photo'))
  expect(photo('restored').equals(photo('files'))).toBe(true)
})

test('the restored system goes on: new ids, later positions, an unbroken chain', async () => {
  const restored = new Database({ ...source.urls, worker: renamed(source.urls.worker) }, 2)
  const before = (await to.query('select max(position) as top, max(id) as id from event')).rows[0]
  await to.query(`select set_config('app.district', '1', false)`)
  await to.query("select record_event('setting', 1, 'change', 'system', null, null, null, now(), '{}')")
  const after = (await to.query('select max(position) as top, max(id) as id from event')).rows[0]
  expect(Number(after.top)).toBeGreaterThan(Number(before.top))
  expect(Number(after.id)).toBeGreaterThan(Number(before.id))
  // Other test files' transactions on the same server may hold the seal back for a moment.
  await vi.waitFor(async () => expect(await sealEvents(restored, systemClock, 1)).toBeGreaterThan(0), 15_000)
  expect((await verifySeals(to))[0]?.broken).toBeUndefined()
  await restored.close()
})

function renamed(url: string): string {
  return Object.assign(new URL(url), { pathname: `/${target.name}` }).href
}

test('rules that a migration brought are not doubled', async () => {
  const rules = "setting where key not like 'test.%'"
  expect(await count(to, rules)).toBe(await count(from, rules))
})

test('a database that holds a district is not written over', async () => {
  const again = restore({ ownerUrl: target.ownerUrl, filesDir, backupKey, file, log })
  await expect(again).rejects.toThrow('The database already holds a district')
})

test('a backup that was cut off leaves the database empty', async () => {
  const third = await testDatabase({ empty: true })
  const cut = path.join(directory, 'cut.backup')
  writeFileSync(cut, readFileSync(file).subarray(0, -100))
  const attempt = restore({
    ownerUrl: third.ownerUrl,
    filesDir: path.join(directory, 'none'),
    backupKey,
    file: cut,
    log,
  })
  await expect(attempt).rejects.toThrow('The backup is cut off')
  const client = new pg.Client({ connectionString: third.ownerUrl })
  await client.connect()
  expect(await count(client, 'event').finally(() => client.end())).toBe(0)
})

test('no secret and no plain text stands in the file', () => {
  const bytes = readFileSync(file)
  for (const text of ['示范区', 'setting', backupKey]) expect(bytes.includes(text)).toBe(false)
})
