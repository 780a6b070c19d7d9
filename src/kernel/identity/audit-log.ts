import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Actor } from './actor.ts'
import { requireDuty } from './require-duty.ts'

export interface AuditQuery {
  readonly subject?: string
  readonly subjectId?: number
  readonly verb?: string
  /** A member of staff. */
  readonly actor?: number
  readonly from?: string
  readonly to?: string
  /** The last id of the page before. */
  readonly before?: number
  readonly limit: number
}

export interface AuditEvent {
  readonly id: number
  readonly subject: string
  readonly subjectId: number
  readonly seq: number
  readonly verb: string
  readonly actorKind: string
  readonly actorId: number | null
  readonly unit: number | null
  readonly role: string | null
  readonly at: string
  readonly data: Record<string, unknown>
}

/**
 * The district's events, newest first; instants in UTC.
 * @throws Refusal identity.only-auditAdministrator
 * @rule X12
 */
export async function auditLog(tx: Tx, actor: Actor, query: AuditQuery): Promise<AuditEvent[]> {
  requireDuty(actor, 'auditAdministrator')
  const wanted = [
    query.subject !== undefined && sql`subject = ${query.subject}`,
    query.subjectId !== undefined && sql`subject_id = ${query.subjectId}`,
    query.verb !== undefined && sql`verb = ${query.verb}`,
    query.actor !== undefined && sql`actor_kind = 'staff' and actor_id = ${query.actor}`,
    query.from !== undefined && sql`at >= ${query.from}`,
    query.to !== undefined && sql`at < ${query.to}`,
    query.before !== undefined && sql`id < ${query.before}`,
    sql`district_id = app_district()`,
  ].filter((condition) => condition !== false)
  const { rows } = await sql<AuditEvent>`
    select id, subject, subject_id as "subjectId", seq, verb, actor_kind as "actorKind", actor_id as "actorId",
      unit_id as unit, role, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, data
    from event where ${sql.join(wanted, sql` and `)} order by id desc limit ${query.limit}`.execute(tx)
  return rows
}
