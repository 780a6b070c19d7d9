import { refuseUpload, shortName, sizeText, type Upload } from '#platform/take-upload'
import { cleanPicture } from './clean-picture.ts'
import { endingsOf, isPicture, kindOf, nameFor } from './file-kind.ts'
import type { FileLimits } from './file-limits.ts'
import { refuseFiles } from './refusals.ts'

/** A file as it may be kept. */
export interface Inspected {
  readonly kind: string
  readonly name: string
  readonly content: Buffer
  readonly width?: number
  readonly height?: number
  readonly thumbnail?: Buffer
}

/**
 * Tells the kind by the content, refuses what is not wanted, and makes pictures anew without hidden data.
 * @throws Refusal upload.none, upload.too-large, files.kind, files.heic or files.broken
 */
export async function inspectFile({ name, content }: Upload, limits: FileLimits): Promise<Inspected> {
  const shown = shortName(name)
  if (content.length === 0) throw refuseUpload('upload.none')
  const kind = await kindOf(content)
  if (kind === 'image/heic' || kind === 'image/heif') throw refuseFiles('files.heic', { name: shown })
  if (kind === null || !limits.kinds.includes(kind)) {
    throw refuseFiles('files.kind', { name: shown, kinds: endingsOf(limits.kinds) })
  }
  const limit = limitOf(kind, limits)
  if (content.length > limit) throw refuseUpload('upload.too-large', { name: shown, limit: sizeText(limit) })
  const kept = { kind, name: nameFor(kind, name) }
  if (!isPicture(kind)) return { ...kept, content }
  const cleaned = await cleanPicture(content, limits.picture).catch(() => null)
  if (!cleaned) throw refuseFiles('files.broken', { name: shown })
  return { ...kept, ...cleaned }
}

const limitOf = (kind: string, { size, recordingSize }: FileLimits) =>
  /^(?:audio|video)\//.test(kind) ? recordingSize : size
