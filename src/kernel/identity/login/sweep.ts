import { sql } from 'kysely'
import type { Database } from '#platform/database'

// Longer than any pause that the rules allow, so that no count is forgotten while it matters.
const ATTEMPTS_KEPT_MS = 7 * 24 * 3_600_000
const CALLS_KEPT_MS = 24 * 3_600_000

/** Removes what no log-in needs any more; the evidence of log-ins stays in the events. @returns how many rows went */
export async function sweepLogIns(database: Database, now: Date): Promise<number> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const gone = [
    sql`delete from auth.session where "expiresAt" < ${now}`,
    sql`delete from auth.verification where "expiresAt" < ${now}`,
    sql`delete from auth.phone_code where expires_at < ${now}`,
    sql`delete from auth.attempt where last_at < ${before(ATTEMPTS_KEPT_MS)}`,
    sql`delete from auth."rateLimit" where "lastRequest" < ${before(CALLS_KEPT_MS).getTime()}`,
  ]
  let removed = 0
  for (const each of gone) removed += Number((await each.execute(database.unscoped('auth'))).numAffectedRows ?? 0)
  return removed
}
