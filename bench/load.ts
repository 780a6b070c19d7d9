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
      await once(client).then(
        () => void times.push(performance.now() - began),
        () => void failed++,
      )
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
    sent.push(
      once(index).then(
        () => void times.push(performance.now() - due),
        () => void failed++,
      ),
    )
  }
  await Promise.all(sent)
  return measured(times, (performance.now() - began) / 1000, failed)
}

function measured(times: number[], seconds: number, failed: number): Measured {
  return { perSecond: round(times.length / seconds), p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed }
}

/** The smallest of the values that at least this share of them does not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
}

export const round = (value: number): number => Math.round(value * 100) / 100
