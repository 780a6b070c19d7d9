import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { ByteReader } from './byte-reader.ts'
import { StartError } from './start-error.ts'

const MAGIC = Buffer.from('LIANXIN BACKUP 1')
const SALT_BYTES = 16
const TAG_BYTES = 16
const HEAD_BYTES = 5
// Far below the size at which a chunk would be felt in memory, far above the cost of its head and tag.
const LARGEST_CHUNK = 1 << 20

/**
 * AES-256-GCM over numbered chunks, under a key that is derived for this one backup. The last chunk is marked, so that
 * neither a changed, nor a reordered, nor a cut-off file opens.
 */
export async function* encrypt(source: AsyncIterable<Buffer>, backupKey: Buffer): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES)
  yield Buffer.concat([MAGIC, salt])
  const key = derive(backupKey, salt)
  let number = 0
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of chunks(source)) {
    if (held.length > 0) yield sealChunk(key, number++, held, false)
    held = piece
  }
  yield sealChunk(key, number, held, true)
}

/** @throws StartError where the file is no backup, was changed or cut off, or was made with another key */
export async function* decrypt(source: AsyncIterable<Buffer>, backupKey: Buffer): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source)
  const start = await reader.read(MAGIC.length + SALT_BYTES)
  if (!start?.subarray(0, MAGIC.length).equals(MAGIC)) throw new StartError('This file is no backup of Lianxin.')
  const key = derive(backupKey, start.subarray(MAGIC.length))
  for (let number = 0; ; number++) {
    const head = await reader.read(HEAD_BYTES)
    const body = head && (await reader.read(head.readUInt32BE(1) + TAG_BYTES))
    if (!head || !body) throw new StartError('The backup is cut off: its end is missing.')
    yield openChunk(key, number, head, body)
    if (head[0] === 1) return
  }
}

async function* chunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += LARGEST_CHUNK) yield piece.subarray(at, at + LARGEST_CHUNK)
  }
}

function derive(backupKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', backupKey, salt, 'lianxin backup', 32))
}

function nonce(number: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(number), 4)
  return bytes
}

function sealChunk(key: Buffer, number: number, plain: Buffer, last: boolean): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head[0] = last ? 1 : 0
  head.writeUInt32BE(plain.length, 1)
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number)).setAAD(head)
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: Buffer, number: number, head: Buffer, body: Buffer): Buffer {
  const tag = body.subarray(body.length - TAG_BYTES)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce(number)).setAAD(head).setAuthTag(tag)
  try {
    return Buffer.concat([cipher.update(body.subarray(0, body.length - TAG_BYTES)), cipher.final()])
  } catch {
    throw new StartError(
      'The backup does not open: it was changed, or the backup key is not the one it was made with (copy the old secrets directory first).',
    )
  }
}
