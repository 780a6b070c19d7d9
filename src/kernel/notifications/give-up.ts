import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Reason } from './channel.ts'

// What nobody can mend has failed; what a person can mend or has to ask about is parked.
const final: ReadonlySet<Reason> = new Set(['expired', 'noAddress', 'refused'])

/** Ends the sending of a notification without success. Worker scope. */
export async function giveUp(tx: Tx, id: number, reason: Reason, now: Date): Promise<null> {
  const status = final.has(reason) ? 'failed' : 'parked'
  await sql`update notification set status = ${status}, reason = ${reason}, ended_at = ${now}
    where district_id = app_district() and id = ${id}`.execute(tx)
  return null
}
