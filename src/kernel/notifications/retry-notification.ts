import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Actor } from '#kernel/identity'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { enqueue } from '#platform/jobs'
import { refuseNotification } from './refusals.ts'
import { SEND_JOB } from './sending-house.ts'

interface Stuck {
  readonly status: string
  readonly channel: string
}

/**
 * Queues a parked or failed message anew, as the system administrator decided. Worker scope.
 * @throws not-allowed, not-found, notification.not-stuck
 */
export async function retryNotification(
  tx: Tx,
  actor: Actor,
  id: number,
  at: Date,
): Promise<{ id: number; status: string }> {
  if (!actor.posts.some(({ role }) => role === 'systemAdministrator')) throw refuse('not-allowed')
  const { rows } = await sql<Stuck>`
    select status, channel from notification where district_id = app_district() and id = ${id} for update`.execute(tx)
  const [row] = rows
  if (!row) throw refuse('not-found')
  if (row.status !== 'parked' && row.status !== 'failed') throw refuseNotification('notification.not-stuck')
  await sql`update notification set status = 'queued', reason = null, attempts = 0, due_at = ${at}, ended_at = null,
    sending_at = null, provider_ids = '{}', receipts = '{}'
    where district_id = app_district() and id = ${id}`.execute(tx)
  await enqueue(tx, SEND_JOB, { id })
  await record(tx, { subject: 'notification', subjectId: id, verb: 'retry', actor, role: 'systemAdministrator', at })
  return { id, status: 'queued' }
}
