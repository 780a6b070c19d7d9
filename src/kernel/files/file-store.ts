import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Where contents lie, under keys of letters, digits, '-' and '/'. An object store of the S3 kind can stand behind it. */
export interface FileStore {
  /** Durable when it returns. The same key again keeps the same content. */
  put(key: string, content: Buffer): Promise<void>
  /** @throws FileMissing */
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Nothing happens where there is none. */
  delete(key: string): Promise<void>
}

export class FileMissing extends Error {}

/** A store in a directory of the local disk, readable by this user alone. */
export function diskStore(directory: string): FileStore {
  const pathOf = (key: string) => {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error(`${key} is no key of a file`)
    return path.join(directory, key)
  }
  return {
    async put(key, content) {
      const target = pathOf(key)
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      await writeWhole(target, content)
    },
    async get(key, range) {
      const found = await stat(pathOf(key)).catch(() => null)
      if (!found) throw new FileMissing(key)
      return createReadStream(pathOf(key), range)
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

// Under another name first: a reader, or a crash, never meets half a file.
async function writeWhole(target: string, content: Buffer): Promise<void> {
  const draft = `${target}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, target)
}
