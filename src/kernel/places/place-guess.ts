import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { possibleKeys } from './place-key.ts'
import { type PlaceView, today, viewsOf } from './places.ts'

export interface PlaceGuess {
  /** The community that the text speaks of, where it is certain. */
  readonly unit: number | null
  /** The place that the text names, where only one can be meant. */
  readonly place: PlaceView | null
  /** Where several places bear the name: all of them, for a person to choose. */
  readonly candidates: readonly PlaceView[]
}

interface Hit {
  readonly id: number
  readonly key: string
  /** How much of the text names it and what it lies in. */
  readonly weight: number
}

const NOTHING: PlaceGuess = { unit: null, place: null, candidates: [] }

/**
 * Which place a free text speaks of: the longest name in it wins, and among equal ones the one whose surroundings are
 * named too. Where nothing is found, a community's own name decides.
 */
export async function guessPlace(tx: Tx, text: string): Promise<PlaceGuess> {
  const keys = possibleKeys(text)
  if (keys.length === 0) return NOTHING
  const hits = await weighed(tx, keys)
  const best = hits.filter(({ weight }) => weight === hits[0]!.weight)
  if (best.length === 0) return { ...NOTHING, unit: await communityNamed(tx, keys) }
  const ids = best.map(({ id }) => id)
  const places = await viewsOf(
    tx,
    today(sql`(select id, ''::text from unnest(${ids}::bigint[]) with ordinality i(id, rank) order by rank)`),
  )
  const units = new Set(places.map(({ unit }) => unit))
  const unit = units.size === 1 ? [...units][0]! : null
  return places.length === 1
    ? { unit, place: places[0]!, candidates: [] }
    : { unit, place: null, candidates: places.slice(0, 10) }
}

async function weighed(tx: Tx, keys: readonly string[]): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    with hit as materialized (select id, key from places_named(${keys}, 200))
    select h.id, h.key, length(h.key) + coalesce((
      select sum(length(a.key)) from place_line(h.id) l join hit a on a.id = l.id where l.depth > 0 and not strpos(h.key, a.key) > 0), 0)::int as weight
    from (select * from hit order by length(key) desc, id limit 30) h order by weight desc, h.id`.execute(tx)
  return rows
}

async function communityNamed(tx: Tx, keys: readonly string[]): Promise<number | null> {
  const { rows } = await sql<{ unit: number }>`
    select distinct n.unit_id as unit from unit_name n join unit u on u.id = n.unit_id and u.kind = 'community'
    where n.name ->> 'zh' = any (${keys})`.execute(tx)
  return rows.length === 1 ? rows[0]!.unit : null
}
