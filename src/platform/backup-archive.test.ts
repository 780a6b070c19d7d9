import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { type Entry, type EntryHead, readEntries, writeEntries } from './backup-archive.ts'

const entry = (head: EntryHead, ...pieces: string[]): Entry => ({
  head,
  body: Readable.from(pieces.map((piece) => Buffer.from(piece))),
})
const manifest = () => entry({ kind: 'manifest' }, '{}')
const photo = () => entry({ kind: 'file', name: 'ab/照片' }, 'one', 'two', 'three')
const empty = () => entry({ kind: 'table', name: 'public.unit', columns: 'id' })

const written = (...entries: Entry[]) => buffer(writeEntries(Readable.from(entries)))

async function read(bytes: Buffer, size = 3): Promise<[EntryHead, string][]> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const found: [EntryHead, string][] = []
  for await (const { head, body } of readEntries(Readable.from(pieces))) found.push([head, await text(body)])
  return found
}

test.each([1, 3, 1000])('entries come back in order, in pieces of %i bytes', async (size) => {
  expect(await read(await written(manifest(), empty(), photo()), size)).toEqual([
    [{ kind: 'manifest' }, '{}'],
    [{ kind: 'table', name: 'public.unit', columns: 'id' }, ''],
    [{ kind: 'file', name: 'ab/照片' }, 'onetwothree'],
  ])
})

test('an archive that ends within an entry is damaged', async () => {
  const bytes = await written(manifest(), photo())
  await expect(read(bytes.subarray(0, -6))).rejects.toThrow('The backup is damaged')
})

test('bytes of something else are damaged', async () => {
  await expect(read(Buffer.from('D\0\0\0\0'))).rejects.toThrow('The backup is damaged')
})
