import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** What a job carries: which row of which district. Everything else is read when it runs. */
export interface JobPayload {
  readonly district: number
  readonly id: number
}

/**
 * Leaves a job for the worker in the verb's transaction: it runs after commit, or never. The district is the
 * transaction's own. `after` is in seconds.
 */
export async function enqueue(tx: Tx, job: string, { id, after = 0 }: { id: number; after?: number }): Promise<void> {
  await sql`select enqueue_job(${job}, ${id}, ${after} * interval '1 second')`.execute(tx)
}
