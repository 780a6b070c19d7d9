import pg from 'pg'
import type { Log } from './log.ts'
import { pauseUnless, repeat } from './timers-repeat.ts'

export interface ListenerOptions {
  /** Past any connection pooler: LISTEN belongs to a session. */
  readonly directUrl: string
  readonly log: Log
  /** Something of this district can be read. */
  readonly onNews: (district: number) => void
  /** The ear was away, or is there for the first time: anything may have happened. */
  readonly onConnected: () => void
}

// A dead connection is as silent as a quiet one: it is asked now and then, and has that long to answer.
const CHECK_EVERY = 10_000

/** Hears the pump, and connects again whenever the connection is lost. `ready` resolves at the first connection. */
export function startListener(options: ListenerOptions): { ready: Promise<void>; stop(): Promise<void> } {
  const ready = Promise.withResolvers<void>()
  const { stop } = repeat({
    name: 'push listener',
    log: options.log,
    work: async (stopping) => {
      const lost = new AbortController()
      const client = await listen(options, () => lost.abort())
      ready.resolve()
      options.onConnected()
      await check(client, AbortSignal.any([lost.signal, stopping])).finally(() => client.end().catch(() => undefined))
      return 0
    },
  })
  return { ready: ready.promise, stop }
}

async function listen({ directUrl, onNews }: ListenerOptions, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: directUrl, keepAlive: true, query_timeout: CHECK_EVERY })
  client.on('error', onLost)
  client.on('end', onLost)
  client.on('notification', ({ payload = '' }) => districtsOf(payload).forEach(onNews))
  await client.connect()
  await client.query('listen push')
  return client
}

async function check(client: pg.Client, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await pauseUnless(ended, CHECK_EVERY)
    if (!ended.aborted) await client.query('select 1')
  }
}

/** '5:1041 7:88' → 5, 7 */
function districtsOf(payload: string): number[] {
  return payload.split(' ').map((part) => Number.parseInt(part, 10))
}
