import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type RunningPostgres, startPostgres } from './postgres-launcher.ts'
import { findPostmaster } from './postgres-launcher-pid.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'lianxin-launcher-'))
const cluster = path.join(dataDir, 'database')
const running: RunningPostgres[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function start({ durable = false } = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, durable, log: () => {} })
  running.push(server)
  return server
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows[0]
}

/** Another process that starts the server and is killed at once, as by `kill -9`. */
async function startAndBeKilled(): Promise<void> {
  const launcher = path.join(import.meta.dirname, 'postgres-launcher.ts')
  const script = `const { startPostgres } = await import(${JSON.stringify(launcher)})
    await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false, log: () => {} })
    process.kill(process.pid, 'SIGKILL')`
  await once(spawn(process.execPath, ['--input-type=module', '-e', script]), 'exit')
}

test('the owner has a UTF-8 database in UTC, without being a superuser', async () => {
  const { ownerUrl } = await start()
  const row = await ask(
    ownerUrl,
    `select current_database() as name, current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
      (select rolsuper from pg_roles where rolname = current_user) as superuser, '路灯' < '道路' as sorted`,
  )
  expect(row).toEqual({ name: 'lianxin', encoding: 'UTF8', zone: 'UTC', superuser: false, sorted: true })
})

test('nobody enters without the password', async () => {
  const { ownerUrl } = await start()
  const wrong = Object.assign(new URL(ownerUrl), { password: 'guess' }).href
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
})

test('the server of a killed process is adopted, with what it holds', async () => {
  await startAndBeKilled()
  const before = findPostmaster(cluster)
  expect(before?.status).toBe('ready')
  const { ownerUrl } = await start()
  expect(findPostmaster(cluster)?.pid).toBe(before?.pid)
  expect(Number(new URL(ownerUrl).port)).toBe(before?.port)
})

test('the first to leave does not stop the server that another still uses; the last one does', async () => {
  const [first, second] = await Promise.all([start(), start()])
  running.length = 0
  await first.stop()
  expect(await ask(second.ownerUrl, 'select 1 as up')).toEqual({ up: 1 })
  await second.stop()
  expect(findPostmaster(cluster)).toBeUndefined()
  await expect(ask(second.ownerUrl, 'select 1')).rejects.toThrow()
})

test('a crashed server is recovered and its leftover pid file is no obstacle', async () => {
  const { ownerUrl } = await start({ durable: true })
  await ask(ownerUrl, 'create table kept (n int)')
  await ask(ownerUrl, 'insert into kept values (7)')
  process.kill(findPostmaster(cluster)!.pid, 'SIGKILL')
  running.length = 0
  const again = await start()
  expect(await ask(again.ownerUrl, 'select n from kept')).toEqual({ n: 7 })
})

test('a pid that now belongs to another program is not taken for the server', async () => {
  const { stop } = await start()
  const file = path.join(cluster, 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  running.length = 0
  await stop()
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  expect(findPostmaster(cluster)).toBeUndefined()
  expect(await ask((await start()).ownerUrl, 'select 1 as up')).toEqual({ up: 1 })
})

test('secrets that are not those of the database are named', async () => {
  const { stop } = await start()
  running.length = 0
  const file = path.join(dataDir, 'secrets', 'database-superuser')
  const password = readFileSync(file, 'utf8')
  writeFileSync(file, 'another')
  await expect(start()).rejects.toThrow('The secrets directory does not belong to this database')
  writeFileSync(file, password)
  await stop()
})

test('a cluster of another major version is named', async () => {
  const file = path.join(cluster, 'PG_VERSION')
  writeFileSync(file, '17\n')
  await expect(start()).rejects.toThrow('was made by PostgreSQL 17, this is 18')
  writeFileSync(file, '18\n')
})
