import type { Clock } from '#platform/clock'
import type { Vault } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Channels } from './channel.ts'

/** What the sending works with. */
export interface SendingHouse {
  readonly database: Database
  readonly clock: Clock
  readonly vault: Vault
  readonly channels: Channels
  readonly log: Log
  readonly timeZone?: string
}

/** The job that sends one notification. */
export const SEND_JOB = 'notification.send'

// Longer than any channel takes to give up: who is still 'sending' after that was killed.
export const LEASE = 3 * 60_000

const FIRST_WAIT = 30_000
// 30 s, 2, 8 and 32 minutes, 2 hours: an outage of a provider passes, then a person looks.
export const TRIES = 6

/** Milliseconds before the next try, after that many. */
export const waitAfter = (tries: number): number => FIRST_WAIT * 4 ** (tries - 1)
