import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { StaffId } from '../actors.ts'

/** Whose account it is; undefined where it belongs to nobody. */
export async function findStaffOfUser(database: Database, userId: string): Promise<StaffId | undefined> {
  const { rows } = await sql<StaffId>`
    select district_id as district, staff_id as "staffId" from staff_of_user(${userId})`.execute(
    database.unscoped('auth'),
  )
  return rows[0]
}
