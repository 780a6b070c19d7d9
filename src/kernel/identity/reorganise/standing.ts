import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import { getUnit, type Unit } from '../units.ts'

/**
 * The unit on the date, with nothing else decided for it later.
 * @throws Refusal identity.no-unit, identity.planned
 */
export async function getStanding(tx: Tx, id: number, on: string): Promise<Unit> {
  const unit = await getUnit(tx, id, on)
  const { rows } = await sql<{ date: string | null }>`
    select max(coalesce(upper(valid), lower(valid))) as date from (
      select valid from unit_name where unit_id = ${id}
      union all select valid from unit_edge where child = ${id}
      union all select valid from unit_edge where parent = ${id} and lower(valid) > ${on}::date
    ) dated where upper(valid) > ${on}::date or lower(valid) > ${on}::date`.execute(tx)
  const date = rows[0]?.date
  if (date) throw refuseIdentity('identity.planned', { unit: unit.name.zh, date })
  return unit
}

/** A unit that may be moved or closed. @throws Refusal as getStanding; identity.district-stays for the district itself */
export async function getMovable(tx: Tx, id: number, on: string): Promise<Unit & { readonly parent: number }> {
  const unit = await getStanding(tx, id, on)
  if (unit.parent === null) throw refuseIdentity('identity.district-stays')
  return { ...unit, parent: unit.parent }
}

/** Refuses to put a unit below itself, on any day from the date on. @throws Refusal identity.loop */
export async function refuseLoop(tx: Tx, child: number, parent: number, on: string): Promise<void> {
  const { rows } = await sql<{ loop: boolean }>`
    select ${parent} = any (unit_below_from(${child}, ${on}::date)) as loop`.execute(tx)
  if (rows[0]!.loop) throw refuseIdentity('identity.loop')
}

/** The posts held in a unit on the date or later. */
export async function postsFrom(tx: Tx, unit: number, on: string): Promise<{ post: number; staff: number }[]> {
  const { rows } = await sql<{ post: number; staff: number }>`
    select id as post, staff_id as staff from post where unit_id = ${unit} and valid && daterange(${on}::date, null)
    order by id`.execute(tx)
  return rows
}
