import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { fileSecret } from './secrets.ts'

const directory = path.join(mkdtempSync(path.join(tmpdir(), 'lianxin-secrets-')), 'secrets')
afterAll(() => rmSync(path.dirname(directory), { recursive: true }))

test('a secret is made once, with as many bytes as asked for, for its owner only', () => {
  const secret = fileSecret(directory, 'key', 32)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(fileSecret(directory, 'key', 32)).toBe(secret)
  expect(fileSecret(directory, 'another')).not.toBe(secret)
  expect(statSync(path.join(directory, 'key')).mode & 0o777).toBe(0o600)
})

test('processes that start together get the same secret, and leave no draft behind', async () => {
  const script = `const { fileSecret } = await import(${JSON.stringify(path.join(import.meta.dirname, 'secrets.ts'))})
    process.stdout.write(fileSecret(${JSON.stringify(directory)}, 'shared'))`
  const run = promisify(execFile)
  const runs = Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '-e', script]))
  const secrets = (await Promise.all(runs)).map(({ stdout }) => stdout)
  expect(new Set(secrets).size).toBe(1)
  expect(readdirSync(directory).filter((name) => name.endsWith('.new'))).toEqual([])
})

test('a secret that is a directory cannot be read, and the sentence names it', () => {
  expect(() => fileSecret(path.dirname(directory), 'secrets')).toThrow(/^The secret .*secrets cannot be read: run as/)
})
