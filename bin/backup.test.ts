import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealEvents } from '#kernel/events'
import { systemClock } from '../src/platform/clock.ts'
import { Database } from '../src/platform/database.ts'
import { testDatabase } from '../test/database.ts'

const source = await testDatabase()
const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-commands-'))
const old = { LIANXIN_DATA: path.join(directory, 'old'), MIGRATION_DATABASE_URL: source.ownerUrl }
const fresh = { LIANXIN_DATA: path.join(directory, 'new') }
const owner = new pg.Client({ connectionString: source.ownerUrl })

beforeAll(async () => {
  chmodSync(directory, 0o755) // as root PostgreSQL runs as another user
  await owner.connect()
  await owner.query(`insert into district (id, name, hotline) values (1, '{"zh": "示范区"}', '12345')`)
  await owner.query("select set_config('app.district', '1', false)")
  await owner.query("select record_event('setting', 1, 'open', 'system', null, null, null, now(), '{}')")
  const database = new Database(source.urls, 1)
  await vi.waitFor(async () => expect(await sealEvents(database, systemClock, 1)).toBe(1), 15_000)
  await database.close()
})
afterAll(async () => {
  await owner.end()
  rmSync(directory, { recursive: true })
})

type Outcome = { code: number; output: string }

async function command(name: string, settings: Record<string, string>, ...options: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, `${name}.ts`), ...options], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, output: output + complaint }
}

test('a backup goes from one server to another, whose evidence then verifies to the same head', async () => {
  const made = await command('backup', old)
  expect(made.output).toMatch(/✓ backup written to .*: \d+\.\d MB/)
  const [file = ''] = readdirSync(path.join(old.LIANXIN_DATA, 'backups'))
  cpSync(path.join(old.LIANXIN_DATA, 'secrets'), path.join(fresh.LIANXIN_DATA, 'secrets'), { recursive: true })
  const restored = await command('restore', fresh, path.join(old.LIANXIN_DATA, 'backups', file))
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('✓ restored') })
  const [before, after] = [await command('verify', old), await command('verify', fresh)]
  expect(before.output).toMatch(/^District 1: 1 seals over 1 events hold\. Head 1:[0-9a-f]{64}\n$/)
  expect(after).toEqual({ code: 0, output: before.output })
}, 60_000)

test('verify ends with exit code 1 and the name of the broken link', async () => {
  await expect(owner.query("update event set verb = 'close'")).rejects.toThrow('the event table is append-only')
  await owner.query('alter table event disable trigger event_append_only')
  await owner.query(`update event set verb = 'close'`)
  const { code, output } = await command('verify', old)
  expect(code).toBe(1)
  expect(output).toMatch(/^Seal 1 of district 1, made .*, does not fit its events: event 1 was changed\.\n$/)
}, 60_000)

test('what cannot be done is said in one sentence', async () => {
  const { ownerUrl } = await testDatabase({ empty: true })
  const empty = { ...old, MIGRATION_DATABASE_URL: ownerUrl }
  const sentence = 'The database is empty: there is nothing in it yet.\n'
  expect(await command('verify', empty)).toEqual({ code: 1, output: sentence })
  expect(await command('backup', empty)).toEqual({ code: 1, output: sentence })
  expect(await command('restore', old)).toEqual({ code: 1, output: 'Say which backup: npm run restore -- FILE.\n' })
  const nowhere = path.join(directory, 'nowhere')
  expect(await command('restore', old, nowhere)).toEqual({ code: 1, output: `There is no file ${nowhere}.\n` })
}, 60_000)
