import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from './log.ts'

export interface Repeated {
  readonly name: string
  readonly log: Log
  /** One round, to end soon once the signal says so. @returns milliseconds to wait before the next one */
  readonly work: (stopping: AbortSignal) => Promise<number>
}

const LONGEST_WAIT = 30_000

/**
 * Runs `work` again and again until stopped. A round that throws is logged and the next one waits longer, up to half a
 * minute: the database may be away. `stop` resolves when the round at work has ended.
 */
export function repeat({ name, log, work }: Repeated): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let failures = 0
  const round = async (): Promise<number> => {
    try {
      const wait = await work(stopping.signal)
      failures = 0
      return wait
    } catch (error) {
      failures += 1
      log.warn({ err: error, name }, 'a round failed and will be tried again')
      return Math.min(LONGEST_WAIT, 500 * 2 ** failures)
    }
  }
  const loop = async () => {
    while (!stopping.signal.aborted) await pauseUnless(stopping.signal, await round())
  }
  const running = loop()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Waits so many milliseconds, or until the signal. */
export async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined)
}
