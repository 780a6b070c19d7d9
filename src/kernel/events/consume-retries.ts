import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { type Consumer, type Happened, happenedColumns } from './happened.ts'

// Eight tries spread over about two hours outlast a bad half hour; then a person has to look.
const TRIES = 8
const FIRST_WAIT = 60_000
const ERROR_LENGTH = 500

/** Milliseconds until the next try after the given number of failures: 1, 2, 4 … minutes. */
export const retryAfter = (failures: number): number => FIRST_WAIT * 2 ** (failures - 1)

/** Counts a failure of the consumer at the event: it waits for its next try, or is parked after the last. */
export async function countFailure(tx: Tx, consumer: string, event: number, error: Error, now: Date): Promise<void> {
  const words = `${error.name}: ${error.message}`.slice(0, ERROR_LENGTH)
  const { rows } = await sql<{ failures: number }>`
    insert into event_retry (consumer, event_id, failures, last_error, retry_at) values (${consumer}, ${event}, 1, ${words}, ${now})
    on conflict (district_id, consumer, event_id) do update set failures = event_retry.failures + 1, last_error = excluded.last_error
    returning failures`.execute(tx)
  const { failures } = rows[0]!
  const retryAt = new Date(now.getTime() + retryAfter(failures))
  await sql`update event_retry set retry_at = ${retryAt}, parked_at = ${failures >= TRIES ? now : null}
    where district_id = app_district() and consumer = ${consumer} and event_id = ${event}`.execute(tx)
}

/** The events that the consumer has failed at and whose time has come. */
export async function dueRetries(tx: Tx, { name }: Consumer, now: Date, limit: number): Promise<Happened[]> {
  const { rows } = await sql<Happened>`
    select ${happenedColumns} from event_retry r
    join event e on e.district_id = r.district_id and e.id = r.event_id
    where r.district_id = app_district() and r.consumer = ${name} and r.parked_at is null and r.retry_at <= ${now}
    order by r.retry_at, e.id limit ${limit}`.execute(tx)
  return rows
}

export async function forgetRetry(tx: Tx, consumer: string, event: number): Promise<void> {
  await sql`delete from event_retry
    where district_id = app_district() and consumer = ${consumer} and event_id = ${event}`.execute(tx)
}

export interface ParkedEvent {
  readonly consumer: string
  readonly event: number
  readonly subject: string
  readonly subjectId: number
  readonly verb: string
  readonly failures: number
  readonly lastError: string
  readonly parkedAt: Date
}

/** What consumers gave up, newest first: for who keeps the house running. Worker scope. */
export async function parkedEvents(tx: Tx, limit = 100): Promise<ParkedEvent[]> {
  const { rows } = await sql<ParkedEvent>`
    select r.consumer, r.event_id as event, e.subject, e.subject_id as "subjectId", e.verb, r.failures,
      r.last_error as "lastError", r.parked_at as "parkedAt"
    from event_retry r join event e on e.district_id = r.district_id and e.id = r.event_id
    where r.district_id = app_district() and r.parked_at is not null
    order by r.parked_at desc, r.event_id desc limit ${limit}`.execute(tx)
  return rows
}

/** Lets a parked event be tried again from its first try. @returns whether there was one */
export async function unparkEvent(tx: Tx, consumer: string, event: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update event_retry set failures = 0, parked_at = null, retry_at = ${now}
    where district_id = app_district() and consumer = ${consumer} and event_id = ${event} and parked_at is not null
    returning event_id`.execute(tx)
  return rows.length === 1
}
