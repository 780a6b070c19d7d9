import { sql } from 'kysely'
import { amountAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import { type CronJob, defineCron, enqueue } from '#platform/jobs'
import { LEASE, SEND_JOB, type SendingHouse } from './sending-house.ts'

// A job is gone when its ten tries met a broken database; then nothing else would remember the notification.
const FORGOTTEN_AFTER = LEASE + 2 * 60_000

/** What keeps notifications from being forgotten, and their words from being kept. */
export const sweepJobs = (house: SendingHouse): CronJob[] => [
  defineCron('notification.resume', '*/5 * * * *', () => inEveryDistrict(house, resume)),
  defineCron('notification.forget', '10 3 * * *', () => inEveryDistrict(house, forget)),
]

async function inEveryDistrict(house: SendingHouse, work: (tx: Tx, now: Date) => Promise<unknown>): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from district order by id`.execute(
    house.database.unscoped('worker'),
  )
  for (const { id } of rows) await house.database.as('worker', { district: id }, (tx) => work(tx, house.clock.now()))
}

/** Leaves a new job for what should have been sent and has none. @returns how many */
export async function resume(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select n.id from notification n
    where n.district_id = app_district() and n.status in ('queued', 'sending')
      and greatest(n.due_at, n.sending_at) < ${new Date(now.getTime() - FORGOTTEN_AFTER)}
      and not exists (select from pgboss.job j where j.name = ${SEND_JOB} and j.state < 'completed'
        and j.data = jsonb_build_object('district', n.district_id, 'id', n.id))
    order by n.id limit 1000`.execute(tx)
  for (const { id } of rows) await enqueue(tx, SEND_JOB, { id })
  return rows.length
}

/** Erases addresses and words of what ended longer ago than they may be kept. @rule X4 @returns of how many */
export async function forget(tx: Tx, now: Date): Promise<number> {
  const days = await amountAt(tx, 'notify.keep', dateOf(now))
  const { rows } = await sql`update notification set sealed = null
    where district_id = app_district() and sealed is not null and coalesce(ended_at, sent_at) < ${now}::timestamptz - ${days} * interval '1 day'
    returning id`.execute(tx)
  return rows.length
}
