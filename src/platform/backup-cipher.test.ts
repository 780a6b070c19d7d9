import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { decrypt, encrypt } from './backup-cipher.ts'

const key = randomBytes(32)
const plain = randomBytes(3_000_000)
const sealed = await seal(plain)

function seal(bytes: Buffer): Promise<Buffer> {
  return buffer(encrypt(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), key))
}

function open(bytes: Buffer, by = key): Promise<Buffer> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, i) =>
    bytes.subarray(i * 70_001, (i + 1) * 70_001),
  )
  return buffer(decrypt(Readable.from(pieces), by))
}

function flipped(at: number): Buffer {
  const copy = Buffer.from(sealed)
  copy[at] = copy[at]! ^ 1
  return copy
}

test('what was encrypted comes back, whatever the sizes of the pieces', async () => {
  expect((await open(sealed)).equals(plain)).toBe(true)
  expect(await open(await seal(Buffer.alloc(0)))).toHaveLength(0)
})

test('nothing of the content can be read in the file', async () => {
  const text = Buffer.from('重复的居民诉求'.repeat(1000))
  expect((await seal(text)).includes(Buffer.from('居民'))).toBe(false)
})

test.each([20, 40, 1_500_000, sealed.length - 1])('a changed byte %i does not open', async (at) => {
  await expect(open(flipped(at))).rejects.toThrow('The backup does not open: it was changed')
})

test('another key does not open it', async () => {
  await expect(open(sealed, randomBytes(32))).rejects.toThrow('the backup key is not the one')
})

test.each([33, 1_048_576 + 40, sealed.length - 1])('a file cut off after %i bytes is recognised', async (length) => {
  await expect(open(sealed.subarray(0, length))).rejects.toThrow('The backup is cut off')
})

test('another file is recognised', async () => {
  await expect(open(Buffer.from('PK zip file of some other program'))).rejects.toThrow(
    'This file is no backup of Lianxin.',
  )
})
