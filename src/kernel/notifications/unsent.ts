import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Language } from '#platform/http'

/** A notification on its way out of the house. */
export interface Unsent {
  readonly id: number
  readonly template: string
  readonly language: Language | null
  readonly channel: 'sms' | 'voice' | 'email' | 'webPush'
  readonly staffId: number | null
  readonly personId: number | null
  readonly caseId: number | null
  readonly sealed: Buffer | null
  readonly urgent: boolean
  readonly status: 'queued' | 'sending'
  readonly attempts: number
  readonly dueAt: Date
  readonly expiresAt: Date | null
  readonly sendingAt: Date | null
}

export const selectUnsent = sql`id, template, language, channel, staff_id as "staffId", person_id as "personId",
  case_id as "caseId", sealed, urgent, status, attempts, due_at as "dueAt", expires_at as "expiresAt", sending_at as "sendingAt"`

/** The notification, locked, where it is still to be sent. Worker scope. */
export async function lockUnsent(tx: Tx, id: number): Promise<Unsent | undefined> {
  const { rows } = await sql<Unsent>`
    select ${selectUnsent} from notification
    where district_id = app_district() and id = ${id} and status in ('queued', 'sending') for update`.execute(tx)
  return rows[0]
}
