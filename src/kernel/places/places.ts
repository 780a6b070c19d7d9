import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { queryTokens } from '#platform/text-query'
import type { Place, PlaceKind } from './contract.ts'
import { placeKey, placeText } from './place-key.ts'

export type PlaceView = Static<typeof Place>

/** Places by any part of their names; old names lead to the place of today. Exact names first, then shorter ones. */
export async function searchPlaces(
  tx: Tx,
  typed: string,
  { kind, limit = 20 }: { kind?: PlaceKind; limit?: number } = {},
): Promise<PlaceView[]> {
  const { groups } = queryTokens(placeText(typed))
  if (groups.length === 0) return []
  const kinds = kind ? [kind, 'oldName'] : null
  const found = await viewsOf(tx, today(sql`search_places(${groups}, ${placeKey(typed)}, ${kinds}, ${limit})`))
  return kind ? found.filter((place) => place.kind === kind) : found
}

/** One place, an old name as itself. @throws Refusal not-found */
export async function getPlace(tx: Tx, id: number): Promise<PlaceView> {
  const [place] = await viewsOf(tx, sql`(select ${id}::bigint, null::bigint)`)
  if (!place) throw refuse('not-found')
  return place
}

/** Of rows of (id, key): for old names the place of today and the old one beside it. */
export const today = (hits: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select place_now(id), nullif(id, place_now(id)) from ${hits} h(id, key))`

/** The places of rows of (id, old), in their order, each once. */
export async function viewsOf(tx: Tx, source: RawBuilder<unknown>): Promise<PlaceView[]> {
  const { rows } = await sql<PlaceView>`
    with hit as (select id, old, row_number() over () as rank from ${source} s(id, old)),
    first as (select distinct on (id) id, rank, old from hit order by id, rank)
    select p.id, p.version, p.kind, p.name, p.aliases, p.parent_id as parent, place_unit(p.id) as unit,
      p.latitude::float8 as latitude, p.longitude::float8 as longitude, p.checked,
      (select o.name ->> 'zh' from place o where o.district_id = p.district_id and o.id = first.old) as formerly,
      array(select a.name ->> 'zh' from place_line(p.id) l join place a on a.district_id = p.district_id and a.id = l.id
        where l.depth > 0 order by l.depth desc) as path
    from first join place p on p.district_id = app_district() and p.id = first.id order by first.rank`.execute(tx)
  return rows
}
