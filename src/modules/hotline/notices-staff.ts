import { sql } from 'kysely'
import type { Grant } from '#kernel/identity'
import type { Tx } from '#platform/database'

/** Posts of one unit, or of the unit above it. */
export interface Desk {
  readonly unit: number
  readonly above?: boolean
  readonly roles: Grant['roles']
  /** Who hears it where nobody holds those roles. */
  readonly otherwise?: Grant['roles']
}

export interface Hearing {
  readonly caseId: number
  readonly sealed: boolean
  /** Who did it knows it. */
  readonly except: number | null
  readonly today: string
}

/**
 * Who is at a desk today. A sealed case is told to the confidential posts there and above alone; nobody of a unit that the
 * case complains about hears of it. Worker scope.
 */
export async function staffAt(tx: Tx, { unit, above = false, roles, otherwise }: Desk, hearing: Hearing) {
  const units = sql`case when ${hearing.sealed} then ${unit}::int || unit_ancestors(${unit}, ${hearing.today}::date)
    when ${above} then (unit_ancestors(${unit}, ${hearing.today}::date))[1:1] else array[${unit}::int] end`
  const found = await holders(tx, units, hearing.sealed ? ['confidential'] : roles, hearing)
  if (found.length > 0 || hearing.sealed || !otherwise) return found
  return await holders(tx, units, otherwise, hearing)
}

async function holders(tx: Tx, units: ReturnType<typeof sql>, roles: Grant['roles'], hearing: Hearing) {
  const { caseId, except, today } = hearing
  const { rows } = await sql<{ id: number }>`
    select distinct s.id from post p
    join staff s on s.district_id = p.district_id and s.id = p.staff_id and s.employed @> ${today}::date
    join cases c on c.district_id = p.district_id and c.id = ${caseId}
    where p.district_id = app_district() and p.valid @> ${today}::date and p.unit_id = any (${units})
      and p.role = any (${[...roles]}) and s.id is distinct from ${except}
      and not exists (select from post o where o.district_id = s.district_id and o.staff_id = s.id and o.valid @> ${today}::date
        and unit_lineage(o.unit_id, ${today}::date) && c.barred)
    order by s.id`.execute(tx)
  return rows.map(({ id }) => id)
}
