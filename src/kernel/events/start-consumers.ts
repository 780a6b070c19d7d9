import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { districtIds } from '#platform/districts'
import type { Log } from '#platform/log'
import { repeat } from '#platform/timers-repeat'
import { type Consumed, consumeEvents } from './consume.ts'
import type { Consumer } from './happened.ts'

export interface ConsumersOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly consumers: readonly Consumer[]
  /** Milliseconds between looks when nothing has happened. */
  readonly every?: number
}

/** Hands events of every district to their consumers until stopped. Any number of processes may run it. */
export function startConsumers({ log, consumers, every = 1_000, ...house }: ConsumersOptions): {
  stop(): Promise<void>
} {
  const drain = async (district: number, consumer: Consumer, stopping: AbortSignal) => {
    let consumed: Consumed
    do {
      consumed = await consumeEvents(house, district, consumer)
    } while (consumed.handled > 0 && !stopping.aborted)
  }
  return repeat({
    name: 'consumers',
    log,
    work: async (stopping) => {
      for (const district of await districtIds(house.database)) {
        for (const consumer of consumers) if (!stopping.aborted) await drain(district, consumer, stopping)
      }
      return every
    },
  })
}
