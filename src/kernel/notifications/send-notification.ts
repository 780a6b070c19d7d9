import { setTimeout as pause } from 'node:timers/promises'
import { defineJob, type Job, type JobPayload } from '#platform/jobs'
import { type Accepted, networkFailure, SendFailed } from './channel.ts'
import { type Claimed, claim } from './claim.ts'
import { SEND_JOB, type SendingHouse } from './sending-house.ts'
import { type Outcome, settle } from './settle.ts'

/** The job that takes notifications out of the house. */
export const sendJob = (house: SendingHouse): Job =>
  defineJob(SEND_JOB, (payload) => sendNotification(house, payload), { atOnce: 8, longest: 120 })

/**
 * Sends one notification, if it is time, and writes down how it went. Running it again, at the same time or after a
 * crash, sends nothing twice: see `claim`.
 */
export async function sendNotification(house: SendingHouse, { district, id }: JobPayload): Promise<void> {
  const { database, clock } = house
  const claimed = await database.as('worker', { district }, (tx) => claim(tx, id, house, district))
  if (!claimed) return
  const outcome = await call(claimed)
  await persist(() => database.as('worker', { district }, (tx) => settle(tx, claimed, outcome, clock.now())))
}

async function call({ channel, messages }: Claimed): Promise<Outcome> {
  const results = await Promise.allSettled(messages.map((message) => channel.send(message)))
  const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (taken.length > 0) return { accepted: together(taken) }
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [asFailure(result.reason)] : []))
  return { failed: reasons.find(({ outcome }) => outcome !== 'never') ?? reasons[0]! }
}

const together = (taken: readonly Accepted[]): Accepted => ({
  ids: taken.flatMap(({ ids }) => ids),
  delivered: taken.every(({ delivered }) => delivered),
})

const asFailure = (error: unknown): SendFailed => (error instanceof SendFailed ? error : networkFailure(error))

// The provider has it; a database that is away for some seconds must not make that unclear.
const WAITS = [500, 1_000, 2_000, 4_000, 8_000]

async function persist(write: () => Promise<void>): Promise<void> {
  for (const wait of WAITS) {
    const failed = await write().then(
      () => false,
      () => true,
    )
    if (!failed) return
    await pause(wait)
  }
  await write()
}
