import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Database, Tx } from './database.ts'
import { countFailure, putOff } from './timers-failure.ts'

/** Something due inside the database: an effect by name, and the ids it needs. */
export interface Timer {
  readonly id: number
  readonly caseId: number | null
  readonly clockId: number | null
  readonly effect: string
  readonly data: Readonly<Record<string, unknown>>
  readonly fireAt: Date
  /** How often the effect has failed so far. */
  readonly attempts: number
}

/** An effect works in the timer's own transaction only: nothing of it may reach outside the database. */
export type Effect = (tx: Tx, timer: Timer) => Promise<void>

export interface TimerRun {
  readonly database: Database
  readonly district: number
  readonly clock: Clock
  readonly effects: Readonly<Record<string, Effect>>
  /** Timers taken in one transaction at most. */
  readonly limit?: number
}

/** How one batch went: `busy` timers met a row that someone else is changing and are tried again at once. */
export interface TimerBatch {
  readonly fired: number
  readonly failed: number
  readonly busy: number
}

const LIMIT = 50
// A person's verb that meets a timer goes first: the timer lets go before PostgreSQL looks for deadlocks (1 s).
const LOCK_WAIT = '400ms'

/**
 * Fires what is due in one district, each effect under a savepoint of the one transaction that also removes the timer:
 * so it happens once, however many processes run this at once. A failing effect waits longer each time and is parked
 * visibly in the end (see timers-failure.ts).
 */
export async function runDueTimers({
  database,
  district,
  clock,
  effects,
  limit = LIMIT,
}: TimerRun): Promise<TimerBatch> {
  return await database.as('worker', { district }, async (tx) => {
    const now = clock.now()
    const due = await takeDue(tx, now, limit)
    if (due.length === 0) return { fired: 0, failed: 0, busy: 0 }
    await sql`select set_config('lock_timeout', ${LOCK_WAIT}, true)`.execute(tx)
    const done: number[] = []
    let busy = 0
    for (const timer of due) {
      const error = await attempt(tx, timer, effects)
      if (error === null) done.push(timer.id)
      else if (!isBusy(error)) await countFailure(tx, timer, error, now)
      else {
        busy += 1
        await putOff(tx, timer, now)
      }
    }
    await sql`delete from timer where district_id = ${district} and id = any(${done})`.execute(tx)
    return { fired: done.length, busy, failed: due.length - done.length - busy }
  })
}

/** The earliest ones, worked through in the order of cases: two runners then never wait for each other in a circle. */
async function takeDue(tx: Tx, now: Date, limit: number): Promise<Timer[]> {
  const { rows } = await sql<Timer>`
    with due as materialized (
      select * from timer where district_id = app_district() and parked_at is null
        and coalesce(retry_at, fire_at) <= ${now}
      order by coalesce(retry_at, fire_at), id limit ${limit} for update skip locked
    )
    select id, case_id as "caseId", clock_id as "clockId", effect, data, fire_at as "fireAt", attempts
    from due order by case_id nulls first, fire_at, id`.execute(tx)
  return rows
}

async function attempt(tx: Tx, timer: Timer, effects: TimerRun['effects']): Promise<Error | null> {
  await sql`savepoint effect`.execute(tx)
  try {
    const effect = effects[timer.effect]
    if (!effect) throw new Error(`no effect is called ${timer.effect}`)
    await effect(tx, timer)
    await sql`release savepoint effect`.execute(tx)
    return null
  } catch (error) {
    await sql`rollback to savepoint effect`.execute(tx)
    return error as Error
  }
}

const LOCK_NOT_AVAILABLE = '55P03'
const DEADLOCK = '40P01'

function isBusy(error: Error & { code?: string }): boolean {
  return error.code === LOCK_NOT_AVAILABLE || error.code === DEADLOCK
}
