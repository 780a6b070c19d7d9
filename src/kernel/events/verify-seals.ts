import type pg from 'pg'
import {
  eventDigest,
  firstDifference,
  GENESIS,
  SEALED_COLUMNS,
  type Seal,
  type SealedEvent,
  sealHash,
} from './seal-hash.ts'

/** How a district's evidence stands: `broken` names the first link that does not hold, in one sentence. */
export interface Verdict {
  readonly district: number
  readonly seals: number
  readonly events: number
  /** The last link's hash in hexadecimal: compare it with a copy that was kept elsewhere. */
  readonly head: string
  readonly broken?: string
}

type StoredSeal = Seal & { hash: Buffer; digests: Buffer }

/**
 * Walks every district's chain from its beginning, reading with the owner's rights. `kept` holds heads that were copied
 * elsewhere, by district: without one nobody can tell that the end of a chain was cut off.
 */
export async function verifySeals(owner: pg.Client, kept: ReadonlyMap<number, string> = new Map()): Promise<Verdict[]> {
  const { rows } = await owner.query<{ id: number }>('select id from district order by id')
  const verdicts: Verdict[] = []
  for (const { id } of rows) verdicts.push(await verifyDistrict(owner, id, kept.get(id)))
  return verdicts
}

async function verifyDistrict(owner: pg.Client, district: number, kept: string | undefined): Promise<Verdict> {
  const { rows: seals } = await owner.query<StoredSeal>(
    `select district_id, id, from_position::float8, upto_position::float8, events, previous, sealed_at, hash, digests
     from seal where district_id = $1 order by id`,
    [district],
  )
  const verdict = { district, seals: seals.length, events: seals.reduce((sum, { events }) => sum + events, 0) }
  let before = { id: 0, upto_position: 0, hash: GENESIS }
  for (const seal of seals) {
    const broken = linkFault(seal, before) ?? (await contentFault(owner, seal))
    if (broken) return { ...verdict, head: before.hash.toString('hex'), broken: `${nameOf(seal)} ${broken}` }
    before = seal
  }
  const head = before.hash.toString('hex')
  const isCut = kept !== undefined && !seals.some(({ hash }) => hash.toString('hex') === kept)
  if (!isCut) return { ...verdict, head }
  const broken = `The kept head ${kept} is not in the chain of district ${district}: the chain was cut or made anew.`
  return { ...verdict, head, broken }
}

function nameOf(seal: StoredSeal): string {
  return `Seal ${seal.id} of district ${seal.district_id}, made ${seal.sealed_at.toISOString()},`
}

function linkFault(seal: StoredSeal, before: Pick<StoredSeal, 'id' | 'upto_position' | 'hash'>): string | undefined {
  if (seal.id !== before.id + 1) return `follows seal ${before.id}: what stood between them is gone.`
  if (!seal.previous.equals(before.hash)) return `does not build on seal ${before.id}: one of the two was changed.`
  if (seal.from_position !== before.upto_position) return `does not begin where seal ${before.id} ends.`
  return undefined
}

async function contentFault(owner: pg.Client, seal: StoredSeal): Promise<string | undefined> {
  const { rows } = await owner.query<SealedEvent>(
    `select ${SEALED_COLUMNS} from event e
     where e.district_id = $1 and e.position > $2 and e.position <= $3 order by e.position, e.id`,
    [seal.district_id, seal.from_position, seal.upto_position],
  )
  const digests = rows.map(eventDigest)
  if (seal.hash.equals(sealHash({ ...seal, events: rows.length }, digests))) return undefined
  const place = firstDifference(digests, seal.digests)
  if (place === undefined) return 'was itself changed: its events are as they were.'
  return eventFault(rows, place, seal.events)
}

function eventFault(rows: SealedEvent[], place: number, sealed: number): string {
  const event = rows[place] && `event ${rows[place].id}`
  if (rows.length < sealed)
    return `sealed ${sealed} events and ${rows.length} are left: one is missing ${event ? `before ${event}` : 'at the end'}.`
  if (rows.length > sealed) return `sealed ${sealed} events and there are ${rows.length}: ${event} was added.`
  return `does not fit its events: ${event} was changed.`
}
