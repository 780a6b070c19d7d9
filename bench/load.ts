import http from 'node:http'

/** What a load did: requests answered per second, and how long they took (milliseconds). */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Keeps `clients` callers busy for some seconds: each sends its next request when the last was answered. */
export async function closedLoad(
  clients: number,
  seconds: number,
  once: (client: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const end = performance.now() + seconds * 1000
  const caller = async (client: number) => {
    while (performance.now() < end) {
      const began = performance.now()
      await once(client).catch(() => failed++)
      times.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, (_, client) => caller(client)))
  return measured(times, (performance.now() - began) / 1000, failed)
}

/** Sends at a steady rate whether or not earlier requests were answered, as people do. */
export async function openLoad(
  perSecond: number,
  seconds: number,
  once: (index: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const sent: Promise<void>[] = []
  for (let index = 0; index < perSecond * seconds; index++) {
    const due = began + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const from = Math.max(due, 0)
    sent.push(
      once(index).then(
        () => void times.push(performance.now() - from),
        () => void failed++,
      ),
    )
  }
  await Promise.all(sent)
  return measured(times, (performance.now() - began) / 1000, failed)
}

function measured(times: number[], seconds: number, failed: number): Measured {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { perSecond: round(times.length / seconds), p50: at(0.5), p99: at(0.99), failed }
}

export const round = (value: number): number => Math.round(value * 100) / 100

/** A lean HTTP client with kept connections: the client shares the cores with what it measures. */
export function httpClient(base: string, connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  return (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const request = http.request(new URL(path, base), { method, agent, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end(body)
    })
}
