import { type Engine, open, Timekeepers } from '#kernel/cases'
import { loadActor } from '#kernel/identity'
import { requestType } from '#module/hotline'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { cpuPer } from './cpu.ts'
import type { Call } from './http-client.ts'
import type { Stand } from './stand.ts'

/** Where the server's time goes for one request, in milliseconds of processor time. */
export interface Stages {
  /** Taking a request and answering it: connection, headers, log. */
  readonly http: number
  /** Who calls, the body read and held against its schema. */
  readonly doors: number
  /** Permission, lifecycle, deadlines with their derivation, search words, the document written as JSON. */
  readonly engine: number
  /** The document sent, the answer read and written out, and the worker that tells listeners: what is left of the whole. */
  readonly exchange: number
  readonly database: number
  readonly client: number
}

const times = 1_500

/** Measures requests that go ever further: to the door, past it, and the whole way. */
export async function measureStages(stand: Stand, call: Call, cookie: string, body: string): Promise<Stages> {
  const json = { cookie, 'content-type': 'application/json' }
  const http = await cost(stand, () => call('GET', '/healthz'), 200)
  // Without a key it is refused after log-in and schema.
  const doors = await cost(stand, () => call('POST', '/api/v1/requests', json, body), 400)
  const key = () => ({ ...json, 'idempotency-key': crypto.randomUUID() })
  const whole = await cost(stand, () => call('POST', '/api/v1/requests', key(), body), 200)
  const engine = await engineCost(stand, JSON.parse(body))
  return {
    http: http.server,
    doors: three(doors.server - http.server),
    engine,
    exchange: three(whole.server - doors.server - engine),
    database: whole.database,
    client: whole.client,
  }
}

const three = (value: number) => Math.round(value * 1000) / 1000

async function cost(stand: Stand, send: () => ReturnType<Call>, expected: number) {
  const from = stand.cpu()
  const one = async () => {
    const { status, body } = await send()
    if (status !== expected) throw new Error(`${status} instead of ${expected}: ${body}`)
  }
  for (let sent = 0; sent < times; sent += 8) await Promise.all(Array.from({ length: 8 }, one))
  return cpuPer(times, from, stand.cpu())
}

/** The verb in this process, with a database that has already answered. */
async function engineCost(stand: Stand, opening: { kind: string; channel: string; title: string; text: string }) {
  const { engine, actor, close } = await engineOf(stand)
  const run = async <T>() => [{ answer: { id: 1, version: 1, state: 'received' } }] as T[]
  const intake = stand.cast.units.centre
  const once = () =>
    open(
      engine,
      actor,
      requestType,
      { ...opening, intake, receipt: 'x' },
      { idempotency: { key: 'x', hash: 'x' }, run },
    )
  for (let warm = 0; warm < times; warm++) await once()
  const from = stand.cpu()
  for (let sent = 0; sent < times; sent++) await once()
  const { client } = cpuPer(times, from, stand.cpu())
  await close()
  return client
}

/** The engine as the server has it, in this process. */
export async function engineOf(stand: Stand) {
  const database = new Database(
    {
      staff: stand.urlAs('app_staff'),
      portal: stand.urlAs('app_portal'),
      worker: stand.urlAs('app_worker'),
      auth: stand.urlAs('app_auth'),
      figures: stand.urlAs('figure_reader'),
    },
    2,
  )
  const engine: Engine = { database, clock: systemClock, timekeepers: new Timekeepers(database, systemClock) }
  const actor = await loadActor(database, { district: 1, staffId: stand.cast.staff.agent }, systemClock, 'zh')
  return { engine, actor, close: () => database.close() }
}
