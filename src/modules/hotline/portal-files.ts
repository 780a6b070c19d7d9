import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type FileRow, openFile, readThumbnail, sendFile } from '#kernel/files'
import type { Actor } from '#kernel/identity'
import { refuse } from '#platform/errors'
import type { AsResident, Portal } from './portal-show.ts'

/** The photos of a resident's own requests: those sent in, and those of the staff that were meant for them. */
export function addOwnFiles(pages: FastifyInstance, { house }: Portal, own: AsResident): void {
  const open = async (request: FastifyRequest, actor: Actor): Promise<FileRow> => {
    const id = Number((request.params as { id: string }).id)
    if (!Number.isSafeInteger(id)) throw refuse('not-found')
    return await house.database.as('portal', actor.scope, (tx) =>
      openFile({ ...house, tx, actor, at: house.clock.now() }, id),
    )
  }
  pages.get(
    '/mine/files/:id',
    own(async (request, reply, actor) => {
      const file = await open(request, actor)
      return await sendFile(house, { request, reply, district: actor.district }, file)
    }),
  )
  pages.get(
    '/mine/files/:id/thumbnail',
    own(async (request, reply, actor) => {
      const file = await open(request, actor)
      reply.type('image/webp').header('cache-control', 'private, max-age=3600')
      return await readThumbnail(house, actor.district, file)
    }),
  )
}
