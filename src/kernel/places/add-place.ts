import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import type { Actor } from '#kernel/identity'
import type { Tx } from '#platform/database'
import type { PlaceInput, PlaceKind } from './contract.ts'
import { permitWork } from './permit.ts'
import { type Named, placeIndex } from './place-index.ts'
import { getPlace, type PlaceView } from './places.ts'
import { refusePlaces } from './refusals.ts'

/** What a verb on places works with: one transaction of one actor at one instant. */
export interface PlaceWork {
  readonly tx: Tx
  readonly actor: Actor
  readonly at: Date
}

/** Registers a place, unchecked unless said otherwise. @throws Refusal of places.*, not-allowed */
export async function addPlace({ tx, actor, at }: PlaceWork, input: Static<typeof PlaceInput>): Promise<PlaceView> {
  permitWork(actor)
  const {
    kind,
    name,
    aliases = [],
    parent = null,
    unit = null,
    latitude = null,
    longitude = null,
    checked = false,
  } = input
  if (kind === 'oldName' && parent === null) throw refusePlaces('places.old-name-of-what')
  if ((latitude === null) !== (longitude === null)) throw refusePlaces('places.bad-position')
  const above = parent === null ? [] : await lineOf(tx, parent)
  const index = placeIndex({ kind, name, aliases }, above)
  const twin = await twinOf(tx, { kind, parent, key: index.keys[0] ?? '' })
  if (twin !== null) throw refusePlaces('places.there-already', { name: name.zh })
  const { rows } = await sql<{ id: number }>`
    insert into place (kind, name, aliases, parent_id, unit_id, latitude, longitude, checked, keys, tsv)
    values (${kind}, ${JSON.stringify(name)}::jsonb, ${aliases}, ${parent}, ${unit}, ${latitude}, ${longitude}, ${checked},
      ${index.keys}, array_to_tsvector(${index.tokens})) returning id`.execute(tx)
  const { id } = rows[0]!
  await record(tx, { subject: 'place', subjectId: id, verb: 'add', actor, at, data: { kind, parent, unit, checked } })
  return await getPlace(tx, id)
}

/** The names of a place and of all it lies in, the nearest first. @throws Refusal places.no-parent */
export async function lineOf(tx: Tx, id: number): Promise<(Named & { id: number })[]> {
  const { rows } = await sql<Named & { id: number }>`
    select p.id, p.kind, p.name, p.aliases from place_line(${id}) l join place p on p.district_id = app_district() and p.id = l.id
    order by l.depth`.execute(tx)
  if (rows.length === 0) throw refusePlaces('places.no-parent', { name: id })
  return rows
}

interface Wanted {
  readonly kind: PlaceKind
  readonly parent: number | null
  readonly key: string
}

/** The place of that kind and name that lies in the same place already. */
export async function twinOf(tx: Tx, { kind, parent, key }: Wanted): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select p.id from places_named(${[key]}, 1000) n join place p on p.district_id = app_district() and p.id = n.id
    where p.kind = ${kind} and p.parent_id is not distinct from ${parent}::bigint and p.keys[1] = ${key} limit 1`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}
