import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { type CronJob, defineCron } from '#platform/jobs'
import { sweepLogIns } from './login/sweep.ts'
import { rehomeDue } from './reorganise/rehome-due.ts'
import type { CaseHomes } from './reorganise/reorganisation.ts'

export interface IdentityWork {
  readonly database: Database
  readonly clock: Clock
  readonly cases: CaseHomes
}

/** What identity does by itself: open cases follow their units on the day, ended log-ins are forgotten. */
export const identityJobs = ({ database, clock, cases }: IdentityWork): CronJob[] => [
  // More often than once a day, so that a house that was down at midnight catches up.
  defineCron('identity.rehome', '*/10 * * * *', async () => {
    const { rows } = await sql<{ id: number }>`select id from district order by id`.execute(database.unscoped('worker'))
    for (const { id } of rows) await database.as('worker', { district: id }, (tx) => rehomeDue(tx, cases, clock))
  }),
  defineCron('identity.forget', '20 3 * * *', async () => {
    await sweepLogIns(database, clock.now())
  }),
]
