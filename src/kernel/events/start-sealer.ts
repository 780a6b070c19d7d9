import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { districtIds } from '#platform/districts'
import type { Log } from '#platform/log'
import { repeat } from '#platform/timers-repeat'
import { MOST_EVENTS, sealEvents } from './seal-events.ts'

export interface SealerOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds between two links of a chain. */
  readonly every?: number
}

/** Seals the evidence of every district each minute until stopped; what is left of a large import follows at once. */
export function startSealer({ database, clock, log, every = 60_000 }: SealerOptions): { stop(): Promise<void> } {
  return repeat({
    name: 'sealer',
    log,
    work: async (stopping) => {
      for (const district of await districtIds(database)) {
        while (!stopping.aborted && (await sealEvents(database, clock, district)) >= MOST_EVENTS);
      }
      return every
    },
  })
}
