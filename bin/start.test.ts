import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../test/database.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-start-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

type Outcome = { code: number; complaint: string }

/** Starts as npm does, in an environment of nothing but these settings. `before` runs in the same Node first. */
async function start(settings: Record<string, string>, before = '', script = 'start.mjs'): Promise<Outcome> {
  const preload = path.join(directory, `before-${Math.random()}.mjs`)
  writeFileSync(preload, before)
  const file = path.join(import.meta.dirname, script)
  const child = spawn(process.execPath, ['--import', preload, file], {
    env: { PATH: process.env.PATH, LIANXIN_DATA: path.join(directory, 'data'), PORT: '9791', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, complaint }
}

const nodeIs = (version: string) => `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
const NO_GLIBC = 'process.report.getReport = () => ({ header: {} })'

describe('what is wrong is said in one sentence, with exit code 1', () => {
  test('a port that something else listens on', async () => {
    const other = createServer().listen(0, '0.0.0.0')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const outcome = await start({ PORT: String(port) })
    other.close()
    const complaint = `Port ${port} is taken: stop what listens there, or set PORT to another one.\n`
    expect(outcome).toEqual({ code: 1, complaint })
  })

  test('a Node that is too old', async () => {
    const outcome = await start({}, nodeIs('20.18.3'))
    expect(outcome).toEqual({ code: 1, complaint: 'Node 20.18.3 is too old: install Node 20.19 or newer.\n' })
  })

  test('a musl system without a Node of its own', async () => {
    const outcome = await start({}, `${nodeIs('22.1.0')}; ${NO_GLIBC}`)
    const complaint =
      'The pinned Node needs glibc: on a musl system such as Alpine install Node 24 and set DATABASE_URL.\n'
    expect(outcome).toEqual({ code: 1, complaint })
  })

  test('a musl system without a database of its own', async () => {
    const { code, complaint } = await start({}, NO_GLIBC, 'start.ts')
    expect(code).toBe(1)
    expect(complaint).toMatch(/^There is no embedded PostgreSQL for musl systems .*: set DATABASE_URL to .*\.\n$/)
  })

  test('a database that is not reachable', async () => {
    const { code, complaint } = await start({ DATABASE_URL: 'postgres://site:secret@127.0.0.1:1/lianxin' })
    expect(code).toBe(1)
    expect(complaint).toMatch(/^The database 127\.0\.0\.1:1\/lianxin cannot be reached: .*\.\n$/)
  })

  test('a database that is newer than the code', async () => {
    const { ownerUrl } = await testDatabase()
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    await owner.query("insert into schema_migration (name, checksum) values ('9999-next.sql', '')")
    await owner.end()
    const outcome = await start({ DATABASE_URL: ownerUrl })
    const complaint = 'The database is newer than this code (it has 9999-next.sql): start the newer code.\n'
    expect(outcome).toEqual({ code: 1, complaint })
  })

  test('a directory that cannot be written', async () => {
    const { code, complaint } = await start({ LIANXIN_DATA: '/dev/null/data' })
    expect(code).toBe(1)
    expect(complaint).toMatch(
      /^The directory \/dev\/null\/data cannot be written \(\w+\): set LIANXIN_DATA to another one\.\n$/,
    )
  })

  test('a setting of the wrong form', async () => {
    const outcome = await start({ SESSION_IDLE_MINUTES: 'ten' })
    const complaint = 'SESSION_IDLE_MINUTES must be a whole number from 1 to 1440; it is "ten".\n'
    expect(outcome).toEqual({ code: 1, complaint })
  })
})
