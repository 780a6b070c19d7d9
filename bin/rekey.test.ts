import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskStore } from '#kernel/files'
import { contentKey } from '../src/kernel/files/work.ts'
import { Vault } from '../src/platform/crypto.ts'
import { Database } from '../src/platform/database.ts'
import { connectOwner } from '../src/platform/migrate-connection.ts'
import { testDatabase } from '../test/database.ts'

const { ownerUrl, urls } = await testDatabase()
const LIANXIN_DATA = mkdtempSync(path.join(tmpdir(), 'lianxin-rekey-'))
const database = new Database(urls, 2)
const store = diskStore(path.join(LIANXIN_DATA, 'files'))
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const LOOKUP_KEY = key(9)
const old = new Vault({ keys: { 1: key(1) }, currentKey: '1', lookupKey: LOOKUP_KEY })
const onlyNew = new Vault({ keys: { 2: key(2) }, currentKey: '2', lookupKey: LOOKUP_KEY })
const SHA = 'ab'.repeat(32)
const in1 = <T>(work: Parameters<typeof database.as<T>>[2], district = 1) => database.as('worker', { district }, work)

beforeAll(async () => {
  const owner = await connectOwner(ownerUrl)
  await owner.query(
    `insert into district (id, name, hotline) values (1, '{"zh":"甲区"}', '12345'), (2, '{"zh":"乙区"}', '12345')`,
  )
  await owner.end()
  for (const district of [1, 2])
    await in1(async (tx) => {
      const sealed = old.seal('11010519491231002X')
      await sql`insert into person (kind, name, identity_sealed, identity_lookup, name_tsv, registered_at)
        values ('person', '甲', ${sealed}, ${`x${district}`}, '', '2026-01-01')`.execute(tx)
    }, district)
  await store.put(contentKey(1, SHA), old.seal('a recording'))
  await in1((tx) =>
    sql`insert into file (id, sha256, kind, bytes, name, thumbnail, sealed, visible_to, uploaded_kind, at)
      values (7, ${SHA}, 'audio/wav', 11, 'a.wav', false, true, 'staff', 'system', '2026-01-01')`.execute(tx),
  )
})
afterAll(async () => {
  await database.close()
  rmSync(LIANXIN_DATA, { recursive: true })
})

async function rekey(keys: string): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'rekey.ts')], {
    env: { PATH: process.env.PATH, LIANXIN_DATA, LOOKUP_KEY, DATA_KEYS: keys, MIGRATION_DATABASE_URL: ownerUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, output: output + complaint }
}

test('after a change of key everything in every district opens with the new key alone; again it finds nothing to do', async () => {
  const first = await rekey(`2:${key(2)},1:${key(1)}`)
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('recordings: 1 sealed anew') })
  expect(first.output).toMatch(/district 2: people .*Everything is sealed with key 2\./s)
  for (const district of [1, 2]) {
    const { rows } = await in1(
      (tx) => sql<{ sealed: Buffer }>`select identity_sealed as sealed from person`.execute(tx),
      district,
    )
    expect(rows.map(({ sealed }) => onlyNew.openText(sealed))).toEqual(['11010519491231002X'])
  }
  const recording = Buffer.concat(await (await store.get(contentKey(1, SHA))).toArray())
  expect(onlyNew.openText(recording)).toBe('a recording')
  const again = await rekey(`2:${key(2)},1:${key(1)}`)
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('recordings: 0 sealed anew') })
}, 60_000)

test('without the old key it ends with exit code 1 and says which key is missing', async () => {
  const { code, output } = await rekey(`3:${key(3)}`)
  expect(code).toBe(1)
  expect(output).toMatch(/^Something cannot be opened, sealed with key 2: .*: put the older keys back/m)
}, 60_000)
