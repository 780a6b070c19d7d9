import { sql } from 'kysely'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'

const tables = ['notification', 'push_subscription'] as const

export interface RekeyMark {
  readonly table: number
  readonly id: number
}

/**
 * Seals the next rows with today's key, as the worker of one district. Call it again with the answer until it is null.
 * @param after where the last batch ended; null to begin
 */
export async function rekeyNotifications(
  tx: Tx,
  vault: Vault,
  after: RekeyMark | null = null,
  size = 500,
): Promise<RekeyMark | null> {
  const { table, id } = after ?? { table: 0, id: 0 }
  const name = tables[table]
  if (!name) return null
  const { rows } = await sql<{ id: number; sealed: Buffer }>`
    select id, sealed from ${sql.table(name)} where district_id = app_district() and id > ${id} and sealed is not null
    order by id limit ${size} for update`.execute(tx)
  for (const row of rows) {
    const renewed = vault.rekey(row.sealed)
    if (renewed)
      await sql`update ${sql.table(name)} set sealed = ${renewed} where district_id = app_district() and id = ${row.id}`.execute(
        tx,
      )
  }
  const last = rows.at(-1)
  return last ? { table, id: last.id } : { table: table + 1, id: 0 }
}
