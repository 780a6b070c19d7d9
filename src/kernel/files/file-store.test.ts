import { statSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { diskStore, FileMissing } from './file-store.ts'
import { filesBelow, temporaryDirectory } from './fixture-files.ts'

const directory = temporaryDirectory()
const store = diskStore(directory)

test('what was put is read back whole or in part, and is gone after deleting', async () => {
  await store.put('d1/ab/abc', Buffer.from('0123456789'))
  expect(await text(await store.get('d1/ab/abc'))).toBe('0123456789')
  expect(await text(await store.get('d1/ab/abc', { start: 2, end: 4 }))).toBe('234')
  await store.delete('d1/ab/abc')
  await store.delete('d1/ab/abc')
  await expect(store.get('d1/ab/abc')).rejects.toThrow(FileMissing)
})

test('only the own user may read it, and putting it twice at once leaves one whole file', async () => {
  const content = Buffer.alloc(300_000, 5)
  await Promise.all(Array.from({ length: 5 }, () => store.put('d1/cd/cde', content)))
  expect(filesBelow(directory)).toEqual([path.join('d1', 'cd', 'cde')])
  const { size, mode } = statSync(path.join(directory, 'd1/cd/cde'))
  expect([size, mode & 0o777]).toEqual([300_000, 0o600])
})

test('a key never leaves the directory', async () => {
  for (const key of ['../x', 'd1/../../x', '/etc/passwd', 'd1//x', '', 'D1/ä']) {
    await expect(store.put(key, Buffer.alloc(1)), key).rejects.toThrow(/no key/)
  }
})
