import { expect, test, vi } from 'vitest'
import { Live, type Source } from './live.ts'

class TestSource implements Source {
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  closed = false
  readonly listeners: [string, (event: { data: string }) => void][] = []
  addEventListener(topic: string, listener: (event: { data: string }) => void) {
    this.listeners.push([topic, listener])
  }
  close() {
    this.closed = true
  }
  say(topic: string, data: unknown) {
    for (const [known, listener] of this.listeners) if (known === topic) listener({ data: JSON.stringify(data) })
  }
}

function stage() {
  const sources: TestSource[] = []
  const open = () => {
    sources.push(new TestSource())
    return sources.at(-1)!
  }
  return { sources, live: new Live({ open, backOff: [1] }) }
}

test('one stream serves all listeners, and each hears its own topic', () => {
  const { sources, live } = stage()
  const heard: unknown[] = []
  live.on('case', (data) => heard.push(['case', data]))
  live.on('case', (data) => heard.push(['again', data]))
  live.on('notice', (data) => heard.push(['notice', data]))
  expect(sources).toHaveLength(1)
  sources[0]!.say('case', { id: 7 })
  sources[0]!.say('notice', 1)
  expect(heard).toEqual([
    ['case', { id: 7 }],
    ['again', { id: 7 }],
    ['notice', 1],
  ])
})

test('the stream closes when nobody listens any more', () => {
  const { sources, live } = stage()
  const stop = live.on('case', () => {})
  stop()
  expect(sources[0]!.closed).toBe(true)
  expect(live.state).toBe('quiet')
})

test('who stops and listens again hears each change once', () => {
  const { sources, live } = stage()
  let heard = 0
  live.on('notice', () => {})
  live.on('case', () => heard++)()
  live.on('case', () => heard++)
  sources[0]!.say('case', {})
  expect(heard).toBe(1)
})

test('after a loss the page is told to read again, once the stream is back', async () => {
  const { sources, live } = stage()
  let resyncs = 0
  live.onResync(() => resyncs++)
  live.on('case', () => {})
  sources[0]!.onopen!()
  expect([live.state, resyncs]).toEqual(['open', 0])
  sources[0]!.readyState = 2
  sources[0]!.onerror!()
  expect(live.state).toBe('lost')
  await vi.waitFor(() => expect(sources).toHaveLength(2))
  sources[1]!.onopen!()
  expect([live.state, resyncs]).toEqual(['open', 1])
})

test('a hidden page holds no connection and reads again when it is seen', () => {
  const { sources, live } = stage()
  let resyncs = 0
  live.onResync(() => resyncs++)
  live.on('case', () => {})
  sources[0]!.onopen!()
  live.show(false)
  expect(sources[0]!.closed).toBe(true)
  live.show(true)
  sources[1]!.onopen!()
  expect(resyncs).toBe(1)
})

test('the page reads again when the server has lost count of what it missed', () => {
  const { sources, live } = stage()
  let resyncs = 0
  live.onResync(() => resyncs++)
  live.on('case', () => {})
  sources[0]!.onopen!()
  sources[0]!.say('reset', {})
  expect(resyncs).toBe(1)
})
