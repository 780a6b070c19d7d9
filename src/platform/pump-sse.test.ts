import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { type EventStream, openEventStream } from './pump-sse.ts'

const app = fastify({ forceCloseConnections: true })
const streams: EventStream[] = []
app.get('/stream', async (_request, reply) => {
  reply.header('x-frame-options', 'DENY')
  streams.push(openEventStream(reply))
  return reply
})
await app.listen({ port: 0 })
const { port } = app.server.address() as AddressInfo
const url = `http://localhost:${port}/stream`
afterEach(() => {
  for (const stream of streams.splice(0)) stream.end()
})

test('events arrive as the standard writes them, with the headers of every reply', async () => {
  const reply = await fetch(url)
  streams[0]!.send({ event: 'case', data: { id: 7, words: '第一行\n第二行' }, id: 12 })
  streams[0]!.beat()
  streams[0]!.send({ event: 'reset', data: {} })
  streams[0]!.end()
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('x-frame-options')).toBe('DENY')
  expect(await reply.text()).toBe(
    'retry: 3000\n\nid: 12\nevent: case\ndata: {"id":7,"words":"第一行\\n第二行"}\n\n:\n\nevent: reset\ndata: {}\n\n',
  )
})

test('a page that goes away is noticed, and writing to it does no harm', async () => {
  const leaving = new AbortController()
  await fetch(url, { signal: leaving.signal })
  leaving.abort()
  await streams[0]!.closed
  expect(streams[0]!.isOpen).toBe(false)
  streams[0]!.send({ event: 'case', data: {} })
  streams[0]!.end()
})

test('a page that does not read is cut off before it fills memory', async () => {
  const asking = request(url).end()
  const reply = await new Promise<import('node:http').IncomingMessage>((resolve) => asking.on('response', resolve))
  reply.pause()
  const [stream] = streams
  let sent = 0
  for (; stream!.isOpen && sent < 100_000; sent++) {
    stream!.send({ event: 'case', data: 'x'.repeat(1_000) })
    if (sent % 200 === 0) await pause(1)
  }
  await stream!.closed
  expect(sent).toBeLessThan(20_000)
  asking.destroy()
})
