import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { lookedAt } from '#kernel/people'
import { refuse } from '#platform/errors'
import { type ByteRange, FileMissing } from './file-store.ts'
import { contentKey, type FileWork, thumbnailKey } from './work.ts'

/** What is known of a file. */
export interface FileRow {
  readonly id: number
  readonly caseId: number | null
  readonly sha256: string
  readonly kind: string
  readonly bytes: number
  readonly name: string
  readonly thumbnail: boolean
  readonly sealed: boolean
}

/** A file that the actor may see: of a case in reach, or an upload of which the actor knows the number. @throws Refusal not-found */
export async function getFile({ tx }: Pick<FileWork, 'tx'>, id: number): Promise<FileRow> {
  await sql`select set_config('app.files', ${`{${id}}`}, true)`.execute(tx)
  const { rows } = await sql<FileRow>`
    select id, case_id as "caseId", sha256, kind, bytes, name, thumbnail, sealed from file
    where district_id = app_district() and id = ${id}`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  return rows[0]
}

/**
 * A file to be read. Hearing a recording is recorded first, in this transaction: let the content go only after its commit.
 * @throws Refusal not-found
 */
export async function openFile(work: FileWork, id: number, { purpose }: { purpose?: string } = {}): Promise<FileRow> {
  const file = await getFile(work, id)
  if (file.sealed) {
    const look = { subject: 'file', subjectId: file.id, what: 'recording', ...(purpose && { purpose }) }
    await lookedAt(work.tx, work.actor, look, work.at)
  }
  return file
}

type Reader = Pick<FileWork, 'store' | 'vault'>

/** The content of a file, whole or a range of it. @throws Refusal not-found where the store has lost it */
export async function readContent(
  { store, vault }: Reader,
  district: number,
  file: FileRow,
  range?: ByteRange,
): Promise<Readable> {
  const key = contentKey(district, file.sha256)
  if (!file.sealed) return await store.get(key, range).catch(asNotFound)
  const content = vault.open(await buffer(await store.get(key).catch(asNotFound)))
  return Readable.from([range ? content.subarray(range.start, range.end + 1) : content])
}

/** The small picture of a picture. @throws Refusal not-found where it has none */
export async function readThumbnail(
  { store }: Pick<Reader, 'store'>,
  district: number,
  file: FileRow,
): Promise<Readable> {
  if (!file.thumbnail) throw refuse('not-found')
  return await store.get(thumbnailKey(district, file.sha256)).catch(asNotFound)
}

function asNotFound(error: unknown): never {
  throw error instanceof FileMissing ? refuse('not-found') : error
}
