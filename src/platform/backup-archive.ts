import { ByteReader } from './byte-reader.ts'
import { StartError } from './start-error.ts'

/** What an entry is; `kind` says how its body is to be read. */
export type EntryHead =
  | { kind: 'manifest' }
  | { kind: 'table'; name: string; columns: string }
  | { kind: 'sequences' }
  | { kind: 'file'; name: string }

export type Entry = { head: EntryHead; body: AsyncIterable<Buffer> }

type FrameType = 'H' | 'D' | 'E'

const FRAME_BYTES = 5

/** An archive is entries one after another; sizes need not be known beforehand. */
export async function* writeEntries(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { head, body } of entries) {
    yield frame('H', Buffer.from(JSON.stringify(head)))
    for await (const piece of body) yield frame('D', piece)
    yield frame('E', Buffer.alloc(0))
  }
}

/** Each entry's body has to be read to its end before the next entry. @throws StartError where the archive is damaged */
export async function* readEntries(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const reader = new ByteReader(source)
  for (let next = await readFrame(reader); next; next = await readFrame(reader)) {
    if (next.type !== 'H') throw damaged()
    yield { head: JSON.parse(next.payload.toString()), body: readBody(reader) }
  }
}

async function* readBody(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await readFrame(reader)
    if (!next || next.type === 'H') throw damaged()
    if (next.type === 'E') return
    yield next.payload
  }
}

function frame(type: FrameType, payload: Buffer): Buffer {
  const head = Buffer.alloc(FRAME_BYTES)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(payload.length, 1)
  return Buffer.concat([head, payload])
}

async function readFrame(reader: ByteReader): Promise<{ type: FrameType; payload: Buffer } | undefined> {
  const head = await reader.read(FRAME_BYTES)
  if (!head) return undefined
  const payload = await reader.read(head.readUInt32BE(1))
  if (!payload) throw damaged()
  return { type: head.toString('latin1', 0, 1) as FrameType, payload }
}

function damaged(): StartError {
  return new StartError('The backup is damaged: make a new one, or restore an older one.')
}
