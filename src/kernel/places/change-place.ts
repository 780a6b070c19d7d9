import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '#kernel/events'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { lineOf, type PlaceWork } from './add-place.ts'
import type { PlaceChange } from './contract.ts'
import { permitWork } from './permit.ts'
import { placeIndex } from './place-index.ts'
import { getPlace, type PlaceView } from './places.ts'
import { refusePlaces } from './refusals.ts'

type Change = Static<typeof PlaceChange>

/**
 * Corrects a place. A name it loses becomes an alias, so that it still leads here; all that lies in it is found by the
 * new name too.
 * @param seen the version that the actor saw
 * @throws Refusal not-allowed, not-found, changed-meanwhile, or of places.*
 */
export async function changePlace(work: PlaceWork, id: number, seen: number, change: Change): Promise<PlaceView> {
  const { tx, actor, at } = work
  permitWork(actor)
  const before = await getPlace(tx, id)
  if (before.version !== seen) throw refuse('changed-meanwhile')
  const after = merged(before, change)
  if ((after.latitude === null) !== (after.longitude === null)) throw refusePlaces('places.bad-position')
  if (change.parent) await refuseCircle(tx, id, change.parent)
  const written = await sql`
    update place set version = version + 1, name = ${JSON.stringify(after.name)}::jsonb, aliases = ${after.aliases},
      parent_id = ${after.parent}, unit_id = ${change.unit === undefined ? sql`unit_id` : change.unit},
      latitude = ${after.latitude}, longitude = ${after.longitude}, checked = ${after.checked}
    where id = ${id} and version = ${seen} returning id`.execute(tx)
  if (written.rows.length === 0) throw refuse('changed-meanwhile')
  if (change.name || change.aliases || change.parent !== undefined) await indexBelow(tx, id)
  await record(tx, {
    subject: 'place',
    subjectId: id,
    verb: 'change',
    actor,
    at,
    data: { fields: Object.keys(change) },
  })
  return await getPlace(tx, id)
}

function merged(before: PlaceView, change: Change) {
  const { name = before.name, aliases = before.aliases, parent = before.parent } = change
  const { latitude = before.latitude, longitude = before.longitude, checked = before.checked } = change
  const lost = name.zh !== before.name.zh ? [before.name.zh] : []
  return { name, aliases: [...new Set([...aliases, ...lost])], parent, latitude, longitude, checked }
}

async function refuseCircle(tx: Tx, id: number, parent: number): Promise<void> {
  if ((await lineOf(tx, parent)).some((above) => above.id === id)) throw refusePlaces('places.circle')
}

async function indexBelow(tx: Tx, id: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    with recursive below(id) as (
      select ${id}::bigint union
      select p.id from below b join place p on p.district_id = app_district() and p.parent_id = b.id)
    select id from below`.execute(tx)
  for (const row of rows) {
    const [place, ...above] = await lineOf(tx, row.id)
    const { keys, tokens } = placeIndex(place!, above)
    await sql`update place set keys = ${keys}, tsv = array_to_tsvector(${tokens}) where id = ${row.id}`.execute(tx)
  }
}
