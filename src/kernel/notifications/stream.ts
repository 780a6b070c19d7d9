import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/identity'
import { type Call, handle } from '#platform/http'
import { type EventStream, openEventStream, type PushHub } from '#platform/pump'
import { openStream } from './contract.ts'
import { sees } from './visible.ts'

export interface StreamHouse {
  readonly hub: PushHub
  /** Who calls, with the posts of now; null once the log-in has ended. Asking must not count as activity, else an open page never idles out. */
  readonly stillCalling: (request: FastifyRequest) => Promise<Actor | null>
}

// Proxies close what is quiet for a minute; an ended log-in and a changed post are noticed within this time.
const BEAT = 15_000

/** Adds the stream of changes: only what the reader may see, until the log-in, the page or the server ends. */
export function addStream(app: FastifyInstance, house: StreamHouse, beat = BEAT): void {
  const open = new Set<EventStream>()
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
  handle(app, openStream, async (call) => {
    const stream = openEventStream(call.reply)
    open.add(stream)
    stream.closed.then(() => open.delete(stream))
    await feed(stream, call, house, beat).catch(() => stream.end())
    return undefined
  })
}

async function feed(stream: EventStream, { actor, raw }: Call<typeof openStream>, house: StreamHouse, beat: number) {
  let visible = sees(actor)
  const leave = await house.hub.subscribe({
    district: actor.district,
    after: lastSeen(raw),
    sees: (push) => visible(push),
    deliver: ({ seq, topic, data }) => stream.send({ event: topic, data, id: seq }),
    onGap: () => stream.send({ event: 'reset', data: {} }),
  })
  const check = async () => {
    // A database that is away for a moment ends nobody's log-in.
    const present = await house.stillCalling(raw).catch(() => actor)
    if (!present) return end(stream)
    visible = sees(present)
    stream.beat()
  }
  const beating = setInterval(check, beat)
  stream.closed.then(() => {
    clearInterval(beating)
    leave()
  })
}

function end(stream: EventStream): void {
  stream.send({ event: 'end', data: {} })
  stream.end()
}

function lastSeen({ headers }: FastifyRequest): number | undefined {
  const id = Number(headers['last-event-id'] || Number.NaN)
  return Number.isSafeInteger(id) && id >= 0 ? id : undefined
}
