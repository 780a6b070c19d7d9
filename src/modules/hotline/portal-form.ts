import type { FastifyRequest } from 'fastify'
import { type FileLimits, fileLimits, uploadFile } from '#kernel/files'
import { systemActor } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import type { PortalHouse } from './house.ts'

/** A posted form: its fields as text, and the ids of the photos that came with it. */
export interface PostedForm {
  readonly fields: Readonly<Record<string, string | undefined>>
  readonly files: readonly number[]
}

/**
 * Reads a form as browsers post it, with or without files. Photos are kept until the request takes them.
 * @throws Refusal of files.* for a file that is not wanted
 */
export async function readForm(house: PortalHouse, district: number, request: FastifyRequest): Promise<PostedForm> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as PostedForm['fields'], files: [] }
  const limits = await house.database.as('worker', { district }, (tx) => fileLimits(tx, dateOf(house.clock.now())))
  const fields: Record<string, string> = {}
  const files: number[] = []
  for await (const part of request.parts({ limits: { fileSize: limits.size, files: 9, fieldSize: 20_000 } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const content = await part.toBuffer()
      // A browser sends an empty part where no photo was chosen.
      if (content.length > 0)
        files.push(await keep(house, district, { name: part.filename, content }, limits, request.ip))
    }
  }
  return { fields, files }
}

async function keep(
  house: PortalHouse,
  district: number,
  upload: { name: string; content: Buffer },
  limits: FileLimits,
  origin: string,
): Promise<number> {
  const actor = systemActor(district)
  return await house.database.as('worker', { district }, async (tx) => {
    const { id } = await uploadFile({ ...house, tx, actor, at: house.clock.now() }, upload, { limits, origin })
    return id
  })
}
