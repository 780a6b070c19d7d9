import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Name } from './actor.ts'
import { refuseIdentity } from './refusals.ts'

export type UnitKind = 'district' | 'centre' | 'department' | 'street' | 'community'

/** A unit as it was called, and where it stood, on one date. */
export interface Unit {
  readonly id: number
  readonly kind: UnitKind
  readonly parent: number | null
  readonly name: Name
  /** The code of GB/T 2260 and 10114, where it has one. */
  readonly code: string | null
  readonly phone: string | null
}

const unitsOn = (date: string) => sql`
  select u.id, u.kind, e.parent, n.name, n.code, n.phone
  from unit u
  join unit_name n on n.district_id = u.district_id and n.unit_id = u.id and n.valid @> ${date}::date
  left join unit_edge e on e.district_id = u.district_id and e.child = u.id and e.valid @> ${date}::date`

const byCode = sql`code nulls first, id`

/** Every unit of the district that existed on the date ('YYYY-MM-DD'): parents before children, siblings by code. */
export async function unitTree(tx: Tx, date: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    with recursive named as (${unitsOn(date)}), ordered as (
      select *, row_number() over (order by ${byCode}) as place from named
    ), tree as (
      select o.*, array[o.place] as path from ordered o
      where o.parent is null or not exists (select from named n where n.id = o.parent)
      union all
      select o.*, t.path || o.place from tree t join ordered o on o.parent = t.id
    )
    select id, kind, parent, name, code, phone from tree order by path`.execute(tx)
  return rows
}

/** The units directly below, on the date. */
export async function children(tx: Tx, parent: number, date: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select * from (${unitsOn(date)}) below where parent = ${parent} order by ${byCode}`.execute(tx)
  return rows
}

/** The unit on the date, if it existed. */
export async function findUnit(tx: Tx, id: number, date: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`select * from (${unitsOn(date)}) known where id = ${id}`.execute(tx)
  return rows[0]
}

/** @throws identity.no-unit where the unit did not exist on the date */
export async function getUnit(tx: Tx, id: number, date: string): Promise<Unit> {
  const unit = await findUnit(tx, id, date)
  if (!unit) throw refuseIdentity('identity.no-unit', { date })
  return unit
}

/** What a unit was called on the date; the last name it had, where it was closed before. @throws identity.no-unit */
export async function unitName(tx: Tx, id: number, date: string): Promise<Name> {
  const { rows } = await sql<{ name: Name }>`
    select name from unit_name where unit_id = ${id} and not valid >> daterange(${date}, ${date}, '[]')
    order by valid desc limit 1`.execute(tx)
  if (!rows[0]) throw refuseIdentity('identity.no-unit', { date })
  return rows[0].name
}

/** At most `limit` units whose name or code holds the words, on the date: those that begin with them first. */
export async function searchUnits(tx: Tx, words: string, date: string, limit = 20): Promise<Unit[]> {
  const term = words.trim()
  const { rows } = await sql<Unit>`
    select * from (${unitsOn(date)}) known
    where strpos(lower(name ->> 'zh'), lower(${term})) > 0 or strpos(lower(name ->> 'en'), lower(${term})) > 0
      or starts_with(code, ${term})
    order by least(nullif(strpos(lower(name ->> 'zh'), lower(${term})), 0), nullif(strpos(lower(name ->> 'en'), lower(${term})), 0)),
      ${byCode}
    limit ${limit}`.execute(tx)
  return rows
}

/** The present calendar date of the district. */
export async function districtDate(tx: Tx, now: Date): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (${now}::timestamptz at time zone time_zone)::date as today from district where id = app_district()`.execute(
    tx,
  )
  return rows[0]!.today
}
