import { districtIds } from './districts.ts'
import type { Log } from './log.ts'
import { repeat } from './timers-repeat.ts'
import { runDueTimers, type TimerBatch, type TimerRun } from './timers-run.ts'

export { parkedTimers, unparkTimer } from './timers-failure.ts'
export { type Effect, runDueTimers, type Timer } from './timers-run.ts'

export interface TimersOptions extends Omit<TimerRun, 'district'> {
  readonly log: Log
  /** Milliseconds between looks when nothing was due. */
  readonly every?: number
}

/**
 * Looks for due timers of every district until stopped. Any number of processes may run it. `stop` lets the batch at
 * work finish.
 */
export function startTimers({ log, every = 1_000, ...run }: TimersOptions): { stop(): Promise<void> } {
  return repeat({
    name: 'timers',
    log,
    work: async (stopping) => {
      for (const district of await districtIds(run.database)) {
        if (!stopping.aborted) await drain({ ...run, district }, stopping)
      }
      return every
    },
  })
}

async function drain(run: TimerRun, stopping: AbortSignal): Promise<void> {
  let batch: TimerBatch
  do {
    batch = await runDueTimers(run)
  } while (batch.fired > 0 && !stopping.aborted)
}
