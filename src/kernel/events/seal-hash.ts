import { createHash } from 'node:crypto'

/** An event as it is sealed; `at` in microseconds since 1970 and `data` as PostgreSQL writes jsonb, both as text. */
export interface SealedEvent {
  readonly id: number
  readonly position: number
  readonly digest_of: string
}

/** One link: what it covers, and the hash that the next link builds on. */
export interface Seal {
  readonly district_id: number
  readonly id: number
  readonly from_position: number
  readonly upto_position: number
  readonly events: number
  readonly previous: Buffer
  readonly sealed_at: Date
}

/** The columns of a sealed event for a select over `event e`: every value that must never change, as one text. */
export const SEALED_COLUMNS = `e.id::float8 as id, e.position::float8 as position, jsonb_build_array(e.district_id, e.id, e.subject, e.subject_id, e.seq, e.verb,
  e.actor_kind, e.actor_id, e.unit_id, e.role, (extract(epoch from e.at) * 1000000)::bigint, e.data, e.position)::text
  as digest_of`

/** What the first link of a district builds on. */
export const GENESIS: Buffer = Buffer.alloc(32)

// Enough to tell which event changed; the seal's own hash covers the digests in full.
const KEPT_BYTES = 8

export function eventDigest(event: SealedEvent): Buffer {
  return createHash('sha256').update(event.digest_of).digest()
}

export function keptDigests(digests: readonly Buffer[]): Buffer {
  return Buffer.concat(digests.map((digest) => digest.subarray(0, KEPT_BYTES)))
}

/** The place of the first digest that is not the kept one; undefined where all are. */
export function firstDifference(digests: readonly Buffer[], kept: Buffer): number | undefined {
  const count = Math.max(digests.length, kept.length / KEPT_BYTES)
  const places = Array.from({ length: count }, (_, place) => place)
  return places.find((place) => {
    const expected = kept.subarray(place * KEPT_BYTES, (place + 1) * KEPT_BYTES)
    return !digests[place]?.subarray(0, KEPT_BYTES).equals(expected)
  })
}

/** The hash of a link over the link before it, its own head and its events' digests. */
export function sealHash(seal: Seal, digests: readonly Buffer[]): Buffer {
  const head = [
    seal.district_id,
    seal.id,
    seal.from_position,
    seal.upto_position,
    seal.events,
    seal.sealed_at.toISOString(),
  ]
  const hash = createHash('sha256').update(seal.previous).update(JSON.stringify(head))
  for (const digest of digests) hash.update(digest)
  return hash.digest()
}
