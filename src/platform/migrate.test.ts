import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

const dirs: string[] = []
let ownerUrl: string
let dir: string

beforeEach(async () => {
  ownerUrl = (await testDatabase({ empty: true })).ownerUrl
  dir = mkdtempSync(path.join(tmpdir(), 'lianxin-migrate-'))
  dirs.push(dir)
  write('0001-people.sql', 'create table person (id int primary key)')
})
afterAll(() => {
  for (const each of dirs) rmSync(each, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text)
const run = () => migrate({ ownerUrl, dir, log: () => {} })

async function tables(): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  await client.end()
  return rows.map(({ relname }) => relname)
}

test('files are applied in the order of their names, each once', async () => {
  write('0002-phones.sql', 'create table phone (person int references person)')
  expect(await run()).toEqual(['0001-people.sql', '0002-phones.sql'])
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['person', 'phone', 'schema_migration'])
})

test('a file that fails leaves nothing behind, and what came before it stays', async () => {
  write('0002-wrong.sql', 'create table half ();\nselect nothing')
  await expect(run()).rejects.toThrow(
    'Migration 0002-wrong.sql failed and was undone: column "nothing" does not exist (line 2)',
  )
  expect(await tables()).toEqual(['person', 'schema_migration'])
})

test('a file that was changed after its application is refused', async () => {
  await run()
  write('0001-people.sql', 'create table person (id bigint primary key)')
  await expect(run()).rejects.toThrow('0001-people.sql was changed after the database had applied it')
})

test('a database that is newer than the code is refused', async () => {
  write('0002-next.sql', 'create table next ()')
  await run()
  rmSync(path.join(dir, '0002-next.sql'))
  await expect(run()).rejects.toThrow(
    'The database is newer than this code (it has 0002-next.sql): start the newer code.',
  )
})

test('processes that start together apply every file once', async () => {
  const applied = await Promise.all([run(), run(), run()])
  expect(applied.flat()).toEqual(['0001-people.sql'])
})

test('a database that cannot be reached is named without its password', async () => {
  const nowhere = 'postgres://site:hidden@127.0.0.1:1/lianxin'
  const attempt = migrate({ ownerUrl: nowhere, dir, log: () => {} })
  const message = await attempt.catch((error: Error) => error.message)
  expect(message).toMatch(/^The database 127.0.0.1:1\/lianxin cannot be reached: connect ECONNREFUSED/)
  expect(message).not.toContain('hidden')
})
