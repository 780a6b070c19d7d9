import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { fileSecret } from './secrets.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'lianxin-config-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
const load = (env: Record<string, string> = {}) => loadConfig({ LIANXIN_DATA: dataDir, ...env })

describe('without any setting', () => {
  test('it serves port 9677 with the embedded database and the demo', () => {
    expect(load()).toMatchObject({
      port: 9677,
      publicUrl: 'http://localhost:9677',
      process: 'all',
      demo: true,
      databases: undefined,
    })
  })

  test('it makes secrets that only their owner can read, and finds the same ones again', () => {
    const { secrets } = load()
    expect(load().secrets).toEqual(secrets)
    expect(Object.keys(secrets.vault.keys)).toEqual(['1'])
    const directory = path.join(dataDir, 'secrets')
    const modes = readdirSync(directory).map((name) => statSync(path.join(directory, name)).mode & 0o777)
    expect(new Set(modes)).toEqual(new Set([0o600]))
    expect(statSync(directory).mode & 0o777).toBe(0o700)
  })
})

describe('databases', () => {
  test('one login takes on a role for each pool', () => {
    const { databases } = load({ DATABASE_URL: 'postgres://site:pass@db:5432/lianxin' })
    expect(databases?.owner).toBe('postgres://site:pass@db:5432/lianxin')
    expect(new URL(databases!.urls.portal).searchParams.get('options')).toBe('-c role=app_portal')
  })

  test('a login of its own per pool is used as it is', () => {
    const portal = 'postgres://portal:pass@db/lianxin'
    const { databases, demo } = load({
      MIGRATION_DATABASE_URL: 'postgres://owner:pass@db/lianxin',
      PORTAL_DATABASE_URL: portal,
    })
    expect(databases?.urls.portal).toBe(portal)
    expect(demo).toBe(false)
  })
})

describe('keys given by the environment', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')

  test('the first data key writes, the older ones still read', () => {
    const { vault } = load({ DATA_KEYS: `7:${key(7)},6:${key(6)}` }).secrets
    expect(vault).toMatchObject({ currentKey: '7', keys: { 7: key(7), 6: key(6) } })
  })

  test('a key file with a higher number takes over from the next start on', () => {
    const before = load().secrets.vault
    fileSecret(path.join(dataDir, 'secrets'), 'data-key-2')
    const { currentKey, keys } = load().secrets.vault
    expect(currentKey).toBe('2')
    expect(keys['1']).toBe(before.keys['1'])
  })

  test('a key of the wrong length is refused', () => {
    expect(() => load({ BACKUP_KEY: 'c2hvcnQ' })).toThrow('BACKUP_KEY must be 32 bytes as base64url; it has 5.')
  })
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535; it is "abc".'],
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must be an address that begins with postgres: or postgresql:.'],
  [{ LIANXIN_PROCESS: 'both' }, 'LIANXIN_PROCESS must be all or web or worker; it is "both".'],
  [{ LIANXIN_DEMO: 'yes' }, 'LIANXIN_DEMO must be true or false; it is "yes".'],
  [{ LIANXIN_PROCES: 'web' }, 'LIANXIN_PROCES is no setting of this version: README lists them.'],
  [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM is missing: SMTP_URL needs it.'],
])('a wrong setting is named in one sentence: %j', (env, sentence) => {
  expect(() => load(env as Record<string, string>)).toThrow(sentence)
})

test('a data directory that cannot be written is named', () => {
  expect(() => load({ LIANXIN_DATA: '/dev/null/data' })).toThrow(/^The directory \/dev\/null\/data cannot be written/)
})
