import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { enqueue } from '#platform/jobs'
import type { Channel, Message, Reason } from './channel.ts'
import { compose } from './compose.ts'
import { giveUp } from './give-up.ts'
import { LEASE, SEND_JOB, type SendingHouse } from './sending-house.ts'
import { lockUnsent, type Unsent } from './unsent.ts'

/** A notification that this process alone may send now; there are several messages only for several phones to wake. */
export interface Claimed {
  readonly id: number
  readonly tries: number
  readonly channel: Channel
  readonly messages: readonly Message[]
}

/**
 * Takes a notification for sending, so that no other process does: 'sending' is committed before the provider is called.
 * One that was being sent by a process that died is taken again only where the provider tells the second sending from
 * the first; else it is parked as unclear. @returns null where there is nothing to send now
 */
export async function claim(tx: Tx, id: number, house: SendingHouse, district: number): Promise<Claimed | null> {
  const row = await lockUnsent(tx, id)
  if (!row) return null
  const now = house.clock.now()
  const wait = waitOf(row, now)
  if (wait > 0) return await later(tx, id, wait)
  const channel = house.channels[row.channel]
  if (!channel) return await giveUp(tx, id, 'noChannel', now)
  const trouble = troubleWith(row, channel, now)
  if (trouble) return await giveUp(tx, id, trouble, now)
  const messages = await compose(tx, row, house, district)
  if (typeof messages === 'string') return await giveUp(tx, id, messages, now)
  await sql`update notification set status = 'sending', sending_at = ${now}, attempts = attempts + 1, provider = ${channel.provider}
    where district_id = app_district() and id = ${id}`.execute(tx)
  return { id, tries: row.attempts + 1, channel, messages }
}

function waitOf({ status, dueAt, sendingAt }: Unsent, now: Date): number {
  const from = status === 'sending' ? sendingAt!.getTime() + LEASE : dueAt.getTime()
  return from - now.getTime()
}

async function later(tx: Tx, id: number, wait: number): Promise<null> {
  await enqueue(tx, SEND_JOB, { id, after: Math.ceil(wait / 1_000) })
  return null
}

function troubleWith({ status, expiresAt }: Unsent, channel: Channel, now: Date): Reason | null {
  if (status === 'sending' && !channel.repeatable) return 'unclear'
  return expiresAt !== null && expiresAt <= now ? 'expired' : null
}
