import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import type { Actor } from '#kernel/identity'
import { startPump, startPushHub } from '#platform/pump'
import { DISTRICT, openHouse } from './fixture-house.ts'
import { member, serve } from './fixture-server.ts'
import { addStream } from './stream.ts'

const { database, clock, urls, house, notify, worker } = await openHouse()
const pump = startPump({ directUrl: urls.worker, clock, log: house.log })
const hub = startPushHub({ database, directUrl: urls.worker, log: house.log })
await hub.ready
const callers: Record<string, Actor | null> = { one: member(1), two: member(2), leaving: member(3), moved: member(4) }
const stillCalling = async ({ headers }: { headers: Record<string, unknown> }) =>
  callers[String(headers['x-caller'])] ?? null
const app = serve(callers, (server) => addStream(server, { hub, stillCalling }, 50))
await app.listen({ port: 0 })
const url = `http://localhost:${(app.server.address() as AddressInfo).port}/api/v1/stream`
afterAll(() => Promise.all([pump.stop(), hub.stop()]))

interface Heard {
  readonly event: string
  readonly id?: number
  readonly data: Record<string, unknown>
}

/** A page that listens as browsers do. */
async function listen(caller: string, lastEventId?: number) {
  const leaving = new AbortController()
  const headers: Record<string, string> = {
    'x-caller': caller,
    ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
  }
  const response = await fetch(url, { headers, signal: leaving.signal })
  const heard: Heard[] = []
  const state = { ended: false, beats: 0 }
  const read = async () => {
    let rest = ''
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + piece).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
        const event = field('event')
        if (block === ':') state.beats += 1
        if (event) heard.push({ event, id: Number(field('id')) || undefined, data: JSON.parse(field('data')!) })
      }
    }
  }
  read()
    .catch(() => undefined)
    .finally(() => {
      state.ended = true
    })
  return { response, heard, state, leave: () => leaving.abort() }
}
const change = (n: number, unit = 3) =>
  database.as('staff', { district: DISTRICT }, (tx) =>
    sql`insert into push (topic, unit_ids, data, at) values ('case', ${[unit]}, ${{ n }}, ${clock.now()})`.execute(tx),
  )
const hears = (heard: Heard[], count: number) =>
  vi.waitFor(() => expect(heard).toHaveLength(count), { timeout: 5_000, interval: 10 })

test('a page hears the cases in its reader’s reach and its reader’s own notifications, nothing else', async () => {
  const [one, two] = [await listen('one'), await listen('two')]
  await change(1)
  await change(2, 77)
  await worker((tx) =>
    notify(tx, {
      template: 'caseUrged',
      parameters: { number: '0000000128' },
      to: { staff: 1 },
      dedupeKey: 'x',
      caseId: 12,
    }),
  )
  await change(3)
  await hears(one.heard, 3)
  await hears(two.heard, 2)
  expect(one.heard.map(({ event, data }) => [event, data.n ?? data.caseId])).toEqual([
    ['case', 1],
    ['notification', 12],
    ['case', 3],
  ])
  expect(two.heard.map(({ data }) => data.n)).toEqual([1, 3])
  one.leave()
  two.leave()
})

test('a page that was away gets what it missed; one that was away too long is told to read again', async () => {
  const before = await listen('one')
  await change(4)
  await hears(before.heard, 1)
  before.leave()
  await change(5)
  const back = await listen('one', before.heard[0]!.id)
  await hears(back.heard, 1)
  expect(back.heard[0]!.data).toEqual({ n: 5 })
  const late = await listen('one', 0)
  await hears(late.heard, 1)
  expect(late.heard[0]!.event).toBe('reset')
  back.leave()
  late.leave()
})

test('a quiet stream beats, and ends with the log-in', async () => {
  const page = await listen('leaving')
  await vi.waitFor(() => expect(page.state.beats).toBeGreaterThan(1))
  callers.leaving = null
  await vi.waitFor(() => expect(page.state.ended).toBe(true))
  expect(page.heard.at(-1)!.event).toBe('end')
  expect((await fetch(url, { headers: { 'x-caller': 'leaving' } })).status).toBe(401)
})

test('who takes another post hears what belongs to it, and no longer what belonged to the last', async () => {
  const page = await listen('moved')
  const actor = callers.moved!
  callers.moved = { ...actor, scope: { ...actor.scope, reach: '{[77,78)}' } }
  await pause(200)
  await change(6)
  await change(7, 77)
  await hears(page.heard, 1)
  expect(page.heard[0]!.data).toEqual({ n: 7 })
  page.leave()
})

test('streams end when the server does', async () => {
  const page = await listen('one')
  await app.close()
  await vi.waitFor(() => expect(page.state.ended).toBe(true))
})
