import { setTimeout as pause } from 'node:timers/promises'
import { defineJob, type Job, type JobPayload } from '#platform/jobs'
import { type Accepted, networkFailure, SendFailed } from './channel.ts'
import { claim } from './claim.ts'
import { forgetPhones } from './push-subscriptions.ts'
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
  const { database, clock, vault } = house
  const claimed = await database.as('worker', { district }, (tx) => claim(tx, id, house, district))
  if (!claimed) return
  const results = await Promise.allSettled(claimed.messages.map((message) => claimed.channel.send(message)))
  const outcome = outcomeOf(results)
  const gone = claimed.messages.filter((_, i) => isGone(results[i]!)).map(({ address }) => address)
  await persist(() =>
    database.as('worker', { district }, async (tx) => {
      await settle(tx, claimed, outcome, clock.now())
      if (gone.length > 0) await forgetPhones(tx, vault, gone)
    }),
  )
}

type Result = PromiseSettledResult<Accepted>

/** One phone that was woken is enough. */
function outcomeOf(results: readonly Result[]): Outcome {
  const taken = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFailure(result.reason)] : []))
  if (taken.length === 0) return { failed: failures.find(({ outcome }) => outcome !== 'never') ?? failures[0]! }
  return { accepted: { ids: taken.flatMap(({ ids }) => ids), delivered: taken.every(({ delivered }) => delivered) } }
}

const asFailure = (error: unknown): SendFailed => (error instanceof SendFailed ? error : networkFailure(error))

const isGone = (result: Result) => result.status === 'rejected' && asFailure(result.reason).reason === 'noAddress'

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
