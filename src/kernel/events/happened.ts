import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '#platform/database'

/** One event as a consumer reads it. */
export interface Happened {
  readonly id: number
  readonly subject: string
  readonly subjectId: number
  readonly seq: number
  readonly verb: string
  readonly actorKind: 'staff' | 'resident' | 'system'
  readonly actorId: number | null
  readonly unit: number | null
  readonly role: string | null
  readonly at: Date
  readonly data: Readonly<Record<string, unknown>>
}

/** The columns of `event e` under the names of Happened. */
export const happenedColumns: RawBuilder<unknown> = sql`e.id, e.subject, e.subject_id as "subjectId", e.seq, e.verb,
  e.actor_kind as "actorKind", e.actor_id as "actorId", e.unit_id as unit, e.role, e.at, e.data`

/** Who takes certain events after they have happened: one place in the log per district and name. */
export interface Consumer {
  /** Permanent: the place in the log is kept under it. */
  readonly name: string
  readonly subject: string
  readonly verbs: readonly string[]
  /**
   * Works in the transaction that also moves the place on. It throws to be tried again later, when events after this
   * one have been handled.
   */
  readonly handle: (tx: Tx, event: Happened) => Promise<void>
}

/** The consumer's transaction in one district, if no other process is at it: two never handle one event twice. */
export async function inTurn<T>(
  database: Database,
  district: number,
  { name }: Pick<Consumer, 'name'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  return await database.as('worker', { district }, async (tx) => {
    // An advisory lock takes no transaction id: an idle consumer does not hold the log's horizon.
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(96770005, hashtext(${`${district} ${name}`})) as mine`.execute(tx)
    return rows[0]!.mine ? await work(tx) : null
  })
}
