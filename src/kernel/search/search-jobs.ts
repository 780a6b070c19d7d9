import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { type CronJob, defineCron } from '#platform/jobs'

/** Makes the search index grow before it is needed: no intake waits for a new part of it. */
export const searchJobs = ({ database }: { database: Database }): CronJob[] => [
  defineCron('search-ahead', '23 3 * * *', () => growAhead(database)),
]

export async function growAhead(database: Database): Promise<void> {
  await sql`select ensure_search_ahead()`.execute(database.unscoped('worker'))
}
