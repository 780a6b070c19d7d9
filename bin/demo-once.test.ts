import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../test/database.ts'
import { type DemoLogin, type MakeDemo, makeDemoOnce } from './demo-once.ts'
import { type OpenedDatabase, openDatabase } from './open-database.ts'

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true })
})

let config: OpenedDatabase['config']
let ownerUrl: string

beforeEach(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lianxin-demo-'))
  directories.push(dataDir)
  ownerUrl = (await testDatabase()).ownerUrl
  config = (await openDatabase({ LIANXIN_DATA: dataDir, MIGRATION_DATABASE_URL: ownerUrl })).config
})

const logins: DemoLogin[] = [{ name: '林晓', role: 'agent', login: 'linxiao', password: 'demo' }]
const makeDistrict: MakeDemo = async ({ config }) => {
  await ask(config.databases!.owner, `insert into district (id, name, hotline) values (1, '{"zh": "示范区"}', '12345')`)
  return logins
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}

test('the district is made in an empty database, once, and later starts know whom it made', async () => {
  expect(await makeDemoOnce(config, makeDistrict)).toEqual(logins)
  expect(await makeDemoOnce(config, makeDistrict)).toEqual(logins)
  expect(await ask(ownerUrl, 'select id from district')).toEqual([{ id: 1 }])
})

test('a district that was left half made is not kept, and the next start makes it whole', async () => {
  const half: MakeDemo = async (into) => {
    await makeDistrict(into)
    throw new Error('killed')
  }
  await expect(makeDemoOnce(config, half)).rejects.toThrow('killed')
  expect(await ask(ownerUrl, 'select id from district')).toEqual([])
  expect(await makeDemoOnce(config, makeDistrict)).toEqual(logins)
})

test('a database with a district of its own is left alone', async () => {
  await ask(ownerUrl, `insert into district (id, name, hotline) values (7, '{"zh": "本区"}', '12345')`)
  expect(await makeDemoOnce(config, makeDistrict)).toEqual([])
  expect(await ask(ownerUrl, 'select id from district')).toEqual([{ id: 7 }])
})
