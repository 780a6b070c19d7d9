import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { countFailure, dueRetries, forgetRetry } from './consume-retries.ts'
import { type Consumer, type Happened, happenedColumns, inTurn } from './happened.ts'

export interface Consumed {
  readonly handled: number
  readonly failed: number
}

interface Place {
  readonly position: number
  readonly event: number
}

const LIMIT = 50
// A place that lags behind events of no concern is written now and then: an idle house writes nothing.
const IDLE_LAG = 1_000

/**
 * Hands a consumer what has happened since its place in the district's log, each event under a savepoint of the one
 * transaction that also moves the place on: its effect happens once, however many processes run this. Only events that
 * no running transaction can still precede are handed over, in their order; one that fails waits and is tried again on
 * its own, up to being parked (see consume-retries.ts).
 * @returns how many were handled and how many failed; nothing where another process is at it
 */
export async function consumeEvents(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  district: number,
  consumer: Consumer,
  limit = LIMIT,
): Promise<Consumed> {
  const consumed = await inTurn(database, district, consumer, async (tx) => {
    const now = clock.now()
    const again = await handleAll(tx, consumer, await dueRetries(tx, consumer, now, limit), now)
    const { events, from, to } = await since(tx, consumer, limit)
    const fresh = await handleAll(tx, consumer, events, now)
    if (events.length > 0 || to.position - from.position > IDLE_LAG) await moveOn(tx, consumer, to)
    return { handled: again.handled + fresh.handled, failed: again.failed + fresh.failed }
  })
  return consumed ?? { handled: 0, failed: 0 }
}

async function since(tx: Tx, { name, subject, verbs }: Consumer, limit: number) {
  const { rows } = await sql<Place & { horizon: number }>`
    select coalesce(max(position), 0) as position, coalesce(max(event_id), 0) as event, log_horizon() as horizon
    from event_cursor where district_id = app_district() and consumer = ${name}`.execute(tx)
  const { horizon, ...from } = rows[0]!
  const { rows: events } = await sql<Happened & { position: number }>`
    select ${happenedColumns}, e.position from event e
    where e.district_id = app_district() and (e.position, e.id) > (${from.position}, ${from.event}) and e.position < ${horizon}
      and e.subject = ${subject} and e.verb = any (${[...verbs]})
    order by e.position, e.id limit ${limit}`.execute(tx)
  const last = events.length === limit ? events.at(-1) : undefined
  return { events, from, to: last ? { position: last.position, event: last.id } : { position: horizon, event: 0 } }
}

async function handleAll(tx: Tx, consumer: Consumer, events: readonly Happened[], now: Date): Promise<Consumed> {
  let handled = 0
  for (const event of events) {
    const error = await attempt(tx, consumer, event)
    if (error) await countFailure(tx, consumer.name, event.id, error, now)
    else handled += 1
  }
  return { handled, failed: events.length - handled }
}

async function attempt(tx: Tx, consumer: Consumer, event: Happened): Promise<Error | null> {
  await sql`savepoint handler`.execute(tx)
  try {
    await consumer.handle(tx, event)
    await forgetRetry(tx, consumer.name, event.id)
    await sql`release savepoint handler`.execute(tx)
    return null
  } catch (error) {
    await sql`rollback to savepoint handler`.execute(tx)
    return error as Error
  }
}

async function moveOn(tx: Tx, { name }: Consumer, { position, event }: Place): Promise<void> {
  await sql`
    insert into event_cursor (district_id, consumer, position, event_id) values (app_district(), ${name}, ${position}, ${event})
    on conflict (district_id, consumer) do update set position = excluded.position, event_id = excluded.event_id`.execute(
    tx,
  )
}
