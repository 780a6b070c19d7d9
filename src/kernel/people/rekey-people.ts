import { sql } from 'kysely'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'

const tables = [
  { table: 'person', column: 'identity_sealed' },
  { table: 'person_phone', column: 'sealed' },
] as const

/**
 * Seals the next rows with today's key, as the worker of one district. Call it again with the answer until it is null.
 * @param after where the last batch ended; null to begin
 */
export async function rekeyPeople(
  tx: Tx,
  vault: Vault,
  after: RekeyMark | null = null,
  size = 500,
): Promise<RekeyMark | null> {
  const { table, id } = after ?? { table: 0, id: 0 }
  const place = tables[table]
  if (!place) return null
  const name = sql.table(place.table)
  const column = sql.ref(place.column)
  const { rows } = await sql<{ id: number; sealed: Buffer }>`
    select id, ${column} as sealed from ${name} where id > ${id} and ${column} is not null order by id limit ${size} for update`.execute(
    tx,
  )
  for (const row of rows) {
    const renewed = vault.rekey(row.sealed)
    if (renewed) await sql`update ${name} set ${column} = ${renewed} where id = ${row.id}`.execute(tx)
  }
  const last = rows.at(-1)
  return last ? { table, id: last.id } : { table: table + 1, id: 0 }
}

export interface RekeyMark {
  readonly table: number
  readonly id: number
}
