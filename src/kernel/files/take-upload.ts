import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Idempotency } from '#platform/http'
import { type FileLimits, sizeText } from './file-limits.ts'
import type { Upload } from './inspect-file.ts'
import { refuseFiles } from './refusals.ts'

/** The one file of a form, and the request's idempotency with the content in its hash. @throws Refusal files.none, files.too-large */
export async function takeUpload(
  request: FastifyRequest,
  limits: Pick<FileLimits, 'size' | 'recordingSize'>,
  { key, hash }: Idempotency,
): Promise<{ file: Upload; idempotency: Idempotency }> {
  const most = Math.max(limits.size, limits.recordingSize)
  if (!request.isMultipart()) throw refuseFiles('files.none')
  const part = await request.file({ limits: { fileSize: most, files: 1, fields: 5 } })
  if (!part) throw refuseFiles('files.none')
  const name = part.filename ?? ''
  const content = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error
    throw refuseFiles('files.too-large', { name: name.slice(-60), limit: sizeText(most) })
  })
  const whole = createHash('sha256').update(hash).update(content).digest('base64url')
  return { file: { name, content }, idempotency: { key, hash: whole } }
}
