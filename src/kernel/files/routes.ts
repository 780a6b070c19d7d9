import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, actorKey, systemActor } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import type { PoolName } from '#platform/database'
import { handle, type Idempotency } from '#platform/http'
import { once } from '#platform/idempotency'
import { acceptUploads, takeUpload } from '#platform/take-upload'
import * as contract from './contract.ts'
import { fileLimits } from './file-limits.ts'
import { openFile, readThumbnail } from './open-file.ts'
import { sendFile } from './send-file.ts'
import { type UploadOptions, uploadFile } from './upload-file.ts'
import type { FileHouse, FileWork } from './work.ts'

/** What files' routes work with. */
export interface FileRoutesHouse extends FileHouse {
  /** Which district's portal a visitor without log-in stands in. */
  readonly publicDistrict: (request: FastifyRequest) => Promise<number>
}

/** Adds the routes by which staff and residents send in files, and staff open them. */
export function addFileRoutes(app: FastifyInstance, house: FileRoutesHouse): void {
  acceptUploads(app)
  const { database, clock } = house
  const work = <T>(pool: PoolName, actor: Actor, verb: (work: FileWork) => Promise<T>) =>
    database.as(pool, actor.scope, (tx) => verb({ ...house, tx, actor, at: clock.now() }))
  const upload = async (
    pool: PoolName,
    actor: Actor,
    sent: { raw: FastifyRequest; idempotency: Idempotency },
    options: Omit<UploadOptions, 'limits'> = {},
  ) => {
    const limits = await work(pool, actor, ({ tx, at }) => fileLimits(tx, dateOf(at)))
    const { file, idempotency } = await takeUpload(
      sent.raw,
      Math.max(limits.size, limits.recordingSize),
      sent.idempotency,
    )
    return await work(pool, actor, (work) =>
      once(work.tx, `${actorKey(actor)} file`, idempotency, work.at, () =>
        uploadFile(work, file, { ...options, limits }),
      ),
    )
  }

  handle(app, contract.uploadStaffFile, ({ actor, query: { visibleTo }, raw, idempotency }) =>
    upload('staff', actor, { raw, idempotency }, { visibleTo }),
  )
  handle(app, contract.uploadPublicFile, async ({ raw, idempotency }) => {
    const actor = systemActor(await house.publicDistrict(raw))
    return await upload('worker', actor, { raw, idempotency }, { origin: raw.ip })
  })
  handle(app, contract.readFile, async ({ actor, params, query, raw, reply }) => {
    const file = await work('staff', actor, (work) => openFile(work, params.id, query))
    return (await sendFile(house, { request: raw, reply, district: actor.district }, file)) as unknown as undefined
  })
  handle(app, contract.readFileThumbnail, async ({ actor, params, reply }) => {
    const file = await work('staff', actor, (work) => openFile(work, params.id))
    reply
      .type('image/webp')
      .header('cache-control', 'private, max-age=3600')
      .header('x-content-type-options', 'nosniff')
    return (await readThumbnail(house, actor.district, file)) as unknown as undefined
  })
}
