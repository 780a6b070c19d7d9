import pg from 'pg'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { pauseUnless, repeat } from './timers-repeat.ts'

export { type LivePush, type PushHub, type Subscription, startPushHub } from './pump-hub.ts'
export { type EventStream, openEventStream } from './pump-sse.ts'

export interface PumpOptions {
  /** The worker's own login, past any connection pooler: the pump's lock lives as long as its connection. */
  readonly directUrl: string
  readonly clock: Clock
  readonly log: Log
}

// Forty NOTIFY a second at most, each for all that committed meanwhile; an idle database is asked ten times a second.
const BUSY_WAIT = 25
const IDLE_WAIT = 100
const TURN_WAIT = 1_000
const MOST = 1_000
const LOCK = 96770004
const KEPT = 10 * 60_000
const FORGET_EVERY = 60_000

/**
 * Numbers the pushes that verbs left behind and tells the listeners of all web processes. Any number of processes may
 * start it: one works, the next takes over when its connection ends.
 */
export function startPump({ directUrl, clock, log }: PumpOptions): { stop(): Promise<void> } {
  return repeat({
    name: 'pump',
    log,
    work: async (stopping) => {
      const client = await connect(directUrl)
      try {
        if (await isMyTurn(client)) await pump(client, clock, stopping)
        return TURN_WAIT
      } finally {
        await client.end()
      }
    },
  })
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'lianxin pump', keepAlive: true })
  // A lost connection fails the next query; unheard here it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function isMyTurn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [LOCK])
  return rows[0].mine
}

async function pump(client: pg.Client, clock: Clock, stopping: AbortSignal): Promise<void> {
  let forgotten = Number.NEGATIVE_INFINITY
  while (!stopping.aborted) {
    const now = clock.now()
    const { rows } = await client.query({ name: 'pump', text: 'select pump_push($1, $2) as rows', values: [now, MOST] })
    if (performance.now() - forgotten > FORGET_EVERY) {
      await client.query('select forget_push($1)', [new Date(now.getTime() - KEPT)])
      forgotten = performance.now()
    }
    await pauseUnless(stopping, rows[0].rows > 0 ? BUSY_WAIT : IDLE_WAIT)
  }
}
