import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isPicture } from './file-kind.ts'
import type { ByteRange } from './file-store.ts'
import { type FileRow, readContent } from './open-file.ts'
import type { FileHouse } from './work.ts'

/** Sends a file's content, or the range that a player asks for. @returns what the handler hands on */
export async function sendFile(
  { store, vault }: Pick<FileHouse, 'store' | 'vault'>,
  { request, reply, district }: { request: FastifyRequest; reply: FastifyReply; district: number },
  file: FileRow,
): Promise<Readable> {
  const range = rangeOf(request.headers.range, file.bytes)
  guardContent(reply, file)
  reply.header('accept-ranges', 'bytes')
  if (!range) {
    reply.header('content-length', file.bytes)
    return await readContent({ store, vault }, district, file)
  }
  reply.status(206).header('content-length', range.end - range.start + 1)
  reply.header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
  return await readContent({ store, vault }, district, file, range)
}

// Nothing in it may run, even where a browser thinks that it knows the kind better.
function guardContent(reply: FastifyReply, { kind, name, sealed }: FileRow): void {
  const inside = isPicture(kind) || /^(?:audio|video)\//.test(kind) || kind === 'application/pdf'
  reply.type(kind)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  reply.header(
    'content-disposition',
    `${inside ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  reply.header('cache-control', sealed ? 'no-store' : 'private, max-age=3600')
}

/** The one range of a header that fits the file; undefined sends all of it. */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return start <= end ? { start, end } : undefined
}
