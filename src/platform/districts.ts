import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The ids of all districts of this house, in order: what the worker goes through. */
export async function districtIds(database: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from district order by id`.execute(database.unscoped('worker'))
  return rows.map(({ id }) => id)
}
