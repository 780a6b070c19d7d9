import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Notes that the member has read these of their notifications, or all up to one. The scope names the member. */
export async function readNotifications(tx: Tx, which: { ids: number[] } | { upto: number }, now: Date): Promise<void> {
  const chosen = 'ids' in which ? sql`id = any(${which.ids})` : sql`id <= ${which.upto}`
  await sql`update notification set read_at = ${now} where district_id = app_district() and staff_id = app_member()
    and channel = 'inApp' and read_at is null and ${chosen}`.execute(tx)
}
