/** One thing that changed on the server and that this person may see. */
export interface Change {
  readonly topic: string
  readonly data: unknown
}

export type LiveState = 'quiet' | 'connecting' | 'open' | 'lost'

/** The part of EventSource that we use. */
export interface Source {
  readonly readyState: number
  onopen: (() => void) | null
  onerror: (() => void) | null
  addEventListener(topic: string, listener: (event: { data: string }) => void): void
  close(): void
}

interface LiveOptions {
  readonly open?: () => Source
  /** Waits between tries after the server has closed the stream, in milliseconds. */
  readonly backOff?: readonly number[]
}

const CLOSED = 2

/** The stream of changes. It is open while someone listens and the page can be seen: hidden pages hold no connection. */
export class Live {
  readonly #listeners = new Map<string, Set<(data: unknown) => void>>()
  readonly #watchers = new Set<() => void>()
  readonly #resyncs = new Set<() => void>()
  readonly #open: () => Source
  readonly #backOff: readonly number[]
  #shown = true
  #source: Source | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0
  #missed = false
  state: LiveState = 'quiet'

  constructor({ open = openStream, backOff = [1_000, 2_000, 5_000, 15_000, 30_000] }: LiveOptions = {}) {
    this.#open = open
    this.#backOff = backOff
  }

  /** Calls back with the data of every change of a topic; returns the way to stop. */
  on(topic: string, listener: (data: unknown) => void): () => void {
    const known = this.#listeners.get(topic) ?? new Set()
    if (!this.#listeners.has(topic)) this.#source?.addEventListener(topic, this.#deliver(topic))
    this.#listeners.set(topic, known.add(listener))
    this.#connect()
    return () => {
      known.delete(listener)
      if ([...this.#listeners.values()].every((set) => set.size === 0)) this.#disconnect('quiet')
    }
  }

  /** Calls back when changes may have been missed: after a loss, and when a hidden page is seen again. */
  onResync(listener: () => void): () => void {
    this.#resyncs.add(listener)
    return () => this.#resyncs.delete(listener)
  }

  /** For React's useSyncExternalStore. */
  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** A page that nobody sees lets go of its connection; the browser allows few of them. */
  show(visible: boolean): void {
    this.#shown = visible
    if (visible) this.#connect()
    else this.#disconnect('quiet', true)
  }

  #connect(): void {
    if (this.#source || !this.#shown || [...this.#listeners.values()].every((set) => set.size === 0)) return
    clearTimeout(this.#timer)
    this.#become(this.state === 'lost' ? 'lost' : 'connecting')
    const source = this.#open()
    this.#source = source
    for (const topic of this.#listeners.keys()) source.addEventListener(topic, this.#deliver(topic))
    source.addEventListener('reset', () => this.#resync())
    source.onopen = () => this.#opened()
    source.onerror = () => this.#failed(source)
  }

  #deliver = (topic: string) => (event: { data: string }) => {
    const data: unknown = JSON.parse(event.data)
    for (const listener of this.#listeners.get(topic) ?? []) listener(data)
  }

  #opened(): void {
    this.#tries = 0
    this.#become('open')
    if (!this.#missed) return
    this.#resync()
  }

  // The server says 'reset' when it no longer knows what this page has missed.
  #resync(): void {
    this.#missed = false
    for (const resync of this.#resyncs) resync()
  }

  // The browser tries again by itself after a cut line, but never after a refusing answer.
  #failed(source: Source): void {
    this.#missed = true
    this.#become('lost')
    if (source.readyState !== CLOSED) return
    this.#source = null
    const wait = this.#backOff[Math.min(this.#tries++, this.#backOff.length - 1)]
    this.#timer = setTimeout(() => this.#connect(), wait)
  }

  #disconnect(state: LiveState, missed = false): void {
    clearTimeout(this.#timer)
    this.#missed ||= missed && this.#source !== null
    this.#source?.close()
    this.#source = null
    this.#become(state)
  }

  #become(state: LiveState): void {
    if (this.state === state) return
    this.state = state
    for (const watcher of this.#watchers) watcher()
  }
}

const openStream = () => new EventSource('/api/v1/stream') as unknown as Source

/** The page's one stream. */
export const live = new Live()

// Nobody has touched the page for so long: its reading must not keep a log-in alive that nobody uses.
const away = 10 * 60_000

/** Lets a stream sleep while its page is hidden or nobody is there, and wakes it when somebody is. */
function watchPresence(stream: Live): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const here = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stream.show(false), away)
    stream.show(document.visibilityState === 'visible')
  }
  for (const sign of ['visibilitychange', 'pointerdown', 'keydown']) document.addEventListener(sign, here)
  here()
}

if (globalThis.document) watchPresence(live)
