import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { defineRefusals } from './errors.ts'
import type { Idempotency } from './http.ts'

export const refuseUpload = defineRefusals({
  'upload.none': {
    status: 400,
    zh: '没有收到文件，请重新选择后再上传。',
    en: 'No file arrived; please choose it again.',
  },
  'upload.too-large': {
    status: 413,
    zh: '“{name}”太大，最大可传{limit}，请压缩或拆分后再传。',
    en: '"{name}" is too large; the limit is {limit}. Please make it smaller or split it.',
  },
})

/** A file as it arrives. */
export interface Upload {
  /** As the sender calls it; nothing is believed of it. */
  readonly name: string
  readonly content: Buffer
}

/** Makes the server understand forms with files; asked by every part that takes some, done once. */
export function acceptUploads(app: FastifyInstance): void {
  if (app.hasDecorator('acceptsUploads')) return
  app.decorate('acceptsUploads', true)
  app.register(multipart)
}

/**
 * The one file of a form, and the request's idempotency with the content in its hash.
 * @param most the largest size in bytes
 * @throws Refusal upload.none or upload.too-large
 */
export async function takeUpload(
  request: FastifyRequest,
  most: number,
  { key, hash }: Idempotency = { key: '', hash: '' },
): Promise<{ file: Upload; idempotency: Idempotency }> {
  if (!request.isMultipart()) throw refuseUpload('upload.none')
  const part = await request.file({ limits: { fileSize: most, files: 1, fields: 5 } })
  if (!part) throw refuseUpload('upload.none')
  const name = part.filename ?? ''
  const content = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error
    throw refuseUpload('upload.too-large', { name: shortName(name), limit: sizeText(most) })
  })
  const whole = createHash('sha256').update(hash).update(content).digest('base64url')
  return { file: { name, content }, idempotency: { key, hash: whole } }
}

/** The end of a name, which tells files apart. */
export const shortName = (name: string): string => name.trim().slice(-60) || '附件'

/** '20 MB', as people write sizes. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.max(1, Math.floor(bytes / 1024))} KB`
