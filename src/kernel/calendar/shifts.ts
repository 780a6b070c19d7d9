import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { HoursText } from './hours.ts'

/** Working hours as somebody has set them; `to` is the last day. */
export interface Shift {
  readonly id: number
  /** null: the whole district. */
  readonly unit: number | null
  readonly hours: HoursText
  readonly from: string | null
  readonly to: string | null
  readonly source: string
}

const columns = sql`id, unit_id as unit, hours, lower(valid) as "from", upper(valid) - 1 as "to", source`

/** All hours of the district, or those that one unit works by: what counts first stands first. */
export async function shifts(tx: Tx, unit?: number): Promise<Shift[]> {
  const { rows } = await sql<Shift>`
    select ${columns} from shift where ${unit ?? null}::int is null or unit_id = ${unit ?? null} or unit_id is null
    order by unit_id nulls last, district_id nulls last, lower(valid) desc nulls last, id desc`.execute(tx)
  return rows
}

/** @throws Error where there is none of that id */
export async function getShift(tx: Tx, id: number): Promise<Shift> {
  const { rows } = await sql<Shift>`select ${columns} from shift where id = ${id}`.execute(tx)
  if (!rows[0]) throw new Error(`there are no hours ${id}`)
  return rows[0]
}
