import type { FastifyRequest } from 'fastify'
import { amountAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import { refuse } from '#platform/errors'
import type { PortalHouse } from './house.ts'

const MINUTE_MS = 60_000

/**
 * Counts what an address posts in this minute, whichever process it comes to. A network address may stand for a whole
 * hall or a mobile network, so a new minute always begins anew.
 * @rule X13
 * @throws too-many with the seconds until then
 */
export async function limitPosts(house: PortalHouse, district: number, { ip }: FastifyRequest): Promise<void> {
  const now = house.clock.now()
  const tries = await house.database.as('portal', { district }, (tx) =>
    amountAt(tx, 'portal.post.perMinute', dateOf(now)),
  )
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const attempt = await house.attempts.take('portalPost', `${district} ${ip} ${minute}`, { tries, minutes: 1 }, now)
  if (!attempt.free) throw refuse('too-many', { seconds: Math.ceil(((minute + 1) * MINUTE_MS - now.getTime()) / 1000) })
}
