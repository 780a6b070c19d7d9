import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Accepted, SendFailed } from './channel.ts'
import type { Claimed } from './claim.ts'
import { giveUp } from './give-up.ts'
import { SEND_JOB, TRIES, waitAfter } from './sending-house.ts'

/** How the call to the provider ended. */
export type Outcome = { readonly accepted: Accepted } | { readonly failed: SendFailed }

/** Writes down how a sending ended, unless somebody else has taken the notification since. */
export async function settle(tx: Tx, claimed: Claimed, outcome: Outcome, now: Date): Promise<void> {
  const { rows } = await sql`select from notification where district_id = app_district() and id = ${claimed.id}
    and status = 'sending' and attempts = ${claimed.tries} for update`.execute(tx)
  if (rows.length === 0) return
  if ('accepted' in outcome) await markSent(tx, claimed.id, outcome.accepted, now)
  else await markUnsent(tx, claimed, outcome.failed, now)
}

async function markSent(tx: Tx, id: number, { ids, delivered }: Accepted, now: Date): Promise<void> {
  await sql`update notification set status = ${delivered ? 'delivered' : 'sent'}, reason = null, provider_ids = ${[...ids]},
    sent_at = ${now}, ended_at = ${delivered ? now : null} where district_id = app_district() and id = ${id}`.execute(
    tx,
  )
}

async function markUnsent(tx: Tx, claimed: Claimed, failed: SendFailed, now: Date): Promise<void> {
  const again = failed.outcome === 'later' || (failed.outcome === 'unclear' && claimed.channel.repeatable)
  if (!again || claimed.tries >= TRIES) {
    await giveUp(tx, claimed.id, again ? 'unreachable' : failed.reason, now)
    return
  }
  const wait = waitAfter(claimed.tries)
  await sql`update notification set status = 'queued', reason = ${failed.reason}, due_at = ${new Date(now.getTime() + wait)}
    where district_id = app_district() and id = ${claimed.id}`.execute(tx)
  await enqueue(tx, SEND_JOB, { id: claimed.id, after: wait / 1_000 })
}
