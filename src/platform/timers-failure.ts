import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Timer } from './timers-run.ts'

// Eight tries spread over about four hours outlast a restart or a bad half hour; then a person has to look.
const TRIES = 8
const FIRST_WAIT = 60_000
const BUSY_WAIT = 2_000
const ERROR_LENGTH = 500

/** Milliseconds until the next try after the given number of failures: 1, 2, 4 … minutes. */
export function waitAfter(failures: number): number {
  return FIRST_WAIT * 2 ** (failures - 1)
}

/** Counts the failure and waits, or parks the timer after the last try. */
export async function countFailure(tx: Tx, timer: Timer, error: Error, now: Date): Promise<void> {
  const attempts = timer.attempts + 1
  const parkedAt = attempts >= TRIES ? now : null
  await sql`update timer set attempts = ${attempts}, retry_at = ${after(now, waitAfter(attempts))},
    parked_at = ${parkedAt}, last_error = ${`${error.name}: ${error.message}`.slice(0, ERROR_LENGTH)}
    where district_id = app_district() and id = ${timer.id}`.execute(tx)
}

/** Someone else is changing the same thing: no failure, only later. */
export async function putOff(tx: Tx, timer: Timer, now: Date): Promise<void> {
  await sql`update timer set retry_at = ${after(now, BUSY_WAIT)}
    where district_id = app_district() and id = ${timer.id}`.execute(tx)
}

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

export interface ParkedTimer extends Timer {
  readonly parkedAt: Date
  readonly lastError: string
}

/** What gave up after its last try, newest first: for the system administrator's page. Worker scope. */
export async function parkedTimers(tx: Tx, limit = 100): Promise<ParkedTimer[]> {
  const { rows } = await sql<ParkedTimer>`
    select id, case_id as "caseId", clock_id as "clockId", effect, data, fire_at as "fireAt", attempts,
      parked_at as "parkedAt", last_error as "lastError"
    from timer where district_id = app_district() and parked_at is not null
    order by parked_at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

/** Lets a parked timer fire again from its first try. @returns whether there was one */
export async function unparkTimer(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`update timer set parked_at = null, retry_at = null, attempts = 0
    where district_id = app_district() and id = ${id} and parked_at is not null returning id`.execute(tx)
  return rows.length === 1
}
