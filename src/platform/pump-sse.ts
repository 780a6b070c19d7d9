import type { FastifyReply } from 'fastify'

export interface StreamEvent {
  readonly event: string
  readonly data: unknown
  /** What the page sends back as Last-Event-ID when it connects again. */
  readonly id?: number
}

export interface EventStream {
  /** Writes one event; a page that does not read is cut off instead of filling memory. */
  send(event: StreamEvent): void
  /** A line that keeps proxies from closing a quiet connection. */
  beat(): void
  end(): void
  readonly isOpen: boolean
  /** Resolves when either side has closed. */
  readonly closed: Promise<void>
}

// About a thousand events: a page that is behind so far reads its lists again sooner than it catches up.
const MOST_WAITING = 256 * 1024

/** Turns a reply into server-sent events. The page waits `retry` milliseconds before it connects again. */
export function openEventStream(reply: FastifyReply, retry = 3_000): EventStream {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  } as Record<string, string>)
  const closed = new Promise<void>((resolve) => raw.once('close', resolve))
  const write = (text: string) => {
    if (raw.destroyed || raw.writableEnded) return
    raw.write(text)
    if (raw.writableLength > MOST_WAITING) raw.destroy()
  }
  write(`retry: ${retry}\n\n`)
  return {
    send: ({ event, data, id }) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => void raw.end(),
    get isOpen() {
      return !raw.destroyed && !raw.writableEnded
    },
    closed,
  }
}
