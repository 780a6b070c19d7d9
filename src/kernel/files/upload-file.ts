import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Upload } from '#platform/take-upload'
import type { Uploaded } from './contract.ts'
import { isRecording } from './file-kind.ts'
import type { FileLimits } from './file-limits.ts'
import { type Inspected, inspectFile } from './inspect-file.ts'
import { refuseFiles } from './refusals.ts'
import { contentKey, type FileWork, thumbnailKey } from './work.ts'

export interface UploadOptions {
  readonly limits: FileLimits
  /** Whether the requester may see it later; what residents send in always. */
  readonly visibleTo?: 'staff' | 'requester'
  /** Where an upload without log-in comes from, such as its network address: kept as a keyed digest, until attached. */
  readonly origin?: string
}

/**
 * Keeps a file until a case takes it, or a day has passed. Its number is secret until then: whoever knows it may attach it.
 * @throws Refusal of files.*
 */
export async function uploadFile(
  work: FileWork,
  upload: Upload,
  options: UploadOptions,
): Promise<Static<typeof Uploaded>> {
  const origin = options.origin === undefined ? null : work.vault.lookup(`upload ${options.origin}`)
  if (origin !== null) await refuseFlood(work, origin, options.limits.perHour)
  const file = await inspectFile(upload, options.limits)
  const sha256 = createHash('sha256').update(file.content).digest('hex')
  await lockContent(work, sha256)
  await store(work, file, sha256)
  const { kind, name, width, height } = file
  const bytes = file.content.length
  const id = randomId()
  const visibleTo = work.actor.kind === 'staff' ? (options.visibleTo ?? 'staff') : 'requester'
  await sql`
    insert into file (id, sha256, kind, bytes, name, width, height, thumbnail, sealed, visible_to, uploaded_kind, uploaded_by, origin, at)
    values (${id}, ${sha256}, ${kind}, ${bytes}, ${name}, ${width ?? null}, ${height ?? null}, ${file.thumbnail !== undefined},
      ${isRecording(kind)}, ${visibleTo}, ${work.actor.kind}, ${work.actor.id}, ${origin}, ${work.at})`.execute(work.tx)
  return { id, name, kind, bytes }
}

async function store({ actor: { district }, store, vault }: FileWork, file: Inspected, sha256: string): Promise<void> {
  await store.put(contentKey(district, sha256), isRecording(file.kind) ? vault.seal(file.content) : file.content)
  if (file.thumbnail) await store.put(thumbnailKey(district, sha256), file.thumbnail)
}

async function refuseFlood({ tx, at }: FileWork, origin: string, perHour: number): Promise<void> {
  const since = new Date(at.getTime() - 3_600_000)
  const { rows } = await sql<{ count: number }>`select uploads_from(${origin}, ${since}) as count`.execute(tx)
  if (rows[0]!.count >= perHour) throw refuseFiles('files.too-many')
}

/** The sweeper must not take a content away while another upload of the same is under way. */
export async function lockContent({ tx, actor }: Pick<FileWork, 'tx' | 'actor'>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${contentKey(actor.district, sha256)}, 0))`.execute(tx)
}

// 52 bits, never 0: too many to guess, and still exact as a number of JavaScript.
const randomId = (): number => Number(randomBytes(8).readBigUInt64BE() >> 12n) || 1
