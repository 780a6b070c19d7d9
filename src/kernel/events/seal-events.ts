import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { eventDigest, GENESIS, keptDigests, SEALED_COLUMNS, type SealedEvent, sealHash } from './seal-hash.ts'

type LastSeal = { id: number; upto_position: number; hash: Buffer }

/** One link stays small in memory after an import of millions of events; the next link follows at once. */
export const MOST_EVENTS = 10_000

/**
 * Seals what committed since the last link of the district's chain and can no longer be joined by a running
 * transaction. Two processes never seal the same events.
 * @returns how many events were sealed, at most 10,000 or one transaction's: zero means that all are
 */
export function sealEvents(database: Database, clock: Clock, district: number): Promise<number> {
  return database.as('worker', { district }, async (tx) => {
    await sql`select pg_advisory_xact_lock(96770004, ${district})`.execute(tx)
    const { rows } = await sql<LastSeal>`
      select id, upto_position, hash from seal where district_id = ${district} order by id desc limit 1`.execute(tx)
    const last = rows[0] ?? { id: 0, upto_position: 0, hash: GENESIS }
    const { events, upto } = await sealable(tx, district, last.upto_position)
    if (events.length > 0) await append(tx, clock, district, last, events, upto)
    return events.length
  })
}

async function sealable(tx: Tx, district: number, after: number): Promise<{ events: SealedEvent[]; upto: number }> {
  const { rows } = await sql<{ horizon: number }>`select log_horizon() as horizon`.execute(tx)
  const horizon = rows[0]!.horizon
  // With ties: a link ends between two transactions, never within one.
  const { rows: events } = await sql<SealedEvent>`
    select ${sql.raw(SEALED_COLUMNS)} from event e
    where e.district_id = ${district} and e.position > ${after} and e.position < ${horizon}
    order by e.position fetch first ${sql.lit(MOST_EVENTS)} rows with ties`.execute(tx)
  events.sort((a, b) => a.position - b.position || a.id - b.id)
  return { events, upto: events.length < MOST_EVENTS ? horizon - 1 : events.at(-1)!.position }
}

async function append(
  tx: Tx,
  clock: Clock,
  district: number,
  last: LastSeal,
  events: SealedEvent[],
  upto: number,
): Promise<void> {
  const digests = events.map(eventDigest)
  const seal = {
    district_id: district,
    id: last.id + 1,
    from_position: last.upto_position,
    upto_position: upto,
    events: events.length,
    previous: last.hash,
    sealed_at: clock.now(),
  }
  await sql`
    insert into seal (district_id, id, from_position, upto_position, events, previous, sealed_at, hash, digests)
    values (${seal.district_id}, ${seal.id}, ${seal.from_position}, ${seal.upto_position}, ${seal.events},
      ${seal.previous}, ${seal.sealed_at}, ${sealHash(seal, digests)}, ${keptDigests(digests)})`.execute(tx)
}
