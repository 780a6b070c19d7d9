import { connect, type Socket } from 'node:net'

/** What a server answered. Names of headers are in small letters. */
export interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

export type Call = (method: string, path: string, headers?: Record<string, string>, body?: string) => Promise<Answer>

/**
 * Calls a server over so many kept connections. The client shares the cores with what it measures, so it knows nothing
 * but answers with a Content-Length. A call fails with its connection; nothing is sent twice.
 */
export function httpClient(base: string, connections: number): Call & { close(): void } {
  const { host, hostname, port } = new URL(base)
  const all = new Set<Connection>()
  const idle: Connection[] = []
  const waiting: ((connection: Connection) => void)[] = []
  const take = (): Connection | Promise<Connection> => {
    for (let free = idle.pop(); free; free = idle.pop()) if (free.isOpen) return free
    for (const each of all) if (!each.isOpen) all.delete(each)
    if (all.size >= connections) return new Promise((resolve) => waiting.push(resolve))
    const made = new Connection(() => connect(Number(port), hostname))
    all.add(made)
    return made
  }
  const give = (connection: Connection) => {
    const next = waiting.shift()
    if (!next) idle.push(connection)
    else next(connection.isOpen ? connection : connection.anew())
  }
  const call: Call = async (method, path, headers = {}, body = '') => {
    const connection = await take()
    const lines = Object.entries({ host, ...headers, 'content-length': Buffer.byteLength(body) })
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    return await connection.send(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`).finally(() => give(connection))
  }
  return Object.assign(call, { close: () => all.forEach((each) => void each.close()) })
}

class Connection {
  readonly #open: () => Socket
  #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #pending: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  isOpen = true

  constructor(open: () => Socket) {
    this.#open = open
    this.#socket = this.#listen(open())
  }

  anew(): this {
    this.#received = Buffer.alloc(0)
    this.isOpen = true
    this.#socket = this.#listen(this.#open())
    return this
  }

  send(text: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#socket.write(text)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #listen(socket: Socket): Socket {
    socket.setNoDelay(true)
    socket.on('data', (part) => this.#take(part))
    socket.on('error', () => undefined) // 'close' follows
    socket.on('close', () => this.#fail())
    return socket
  }

  #take(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part])
    const answer = answerOf(this.#received)
    if (!answer) return
    this.#received = Buffer.alloc(0)
    this.#pending?.resolve(answer)
    this.#pending = undefined
  }

  #fail(): void {
    this.isOpen = false
    this.#pending?.reject(new Error('the connection was closed before the answer was whole'))
    this.#pending = undefined
  }
}

/** The answer in these bytes, once it is whole. */
export function answerOf(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = new Map(lines.map((line) => splitAt(line, line.indexOf(':'))))
  const length = Number(headers.get('content-length') ?? 0)
  if (bytes.length < end + 4 + length) return undefined
  return { status: Number(first.slice(9, 12)), headers, body: bytes.toString('utf8', end + 4, end + 4 + length) }
}

const splitAt = (line: string, at: number): [string, string] => [
  line.slice(0, at).toLowerCase(),
  line.slice(at + 1).trim(),
]
