import type { Static } from 'typebox'
import { type Opening, open, runIn } from '#kernel/cases'
import type { Actor } from '#kernel/identity'
import type { Written } from '#kernel-contract/cases'
import type { Idempotency } from '#platform/http'
import type { HotlineHouse } from './house.ts'
import { receiptCode } from './receipt.ts'
import { requestType } from './request-type.ts'

/**
 * Opens the case of a request and gives its receipt. Whoever wants to hear by message is told number and code in the
 * same transaction; otherwise the whole is one statement.
 */
export async function fileRequest(
  house: HotlineHouse,
  actor: Actor,
  opening: Omit<Opening, 'receipt'>,
  idempotency: Idempotency,
): Promise<Static<typeof Written>> {
  const { code, lookup } = receiptCode(house.vault, idempotency.key)
  const known = { ...opening, receipt: lookup }
  const { requester, answerBy } = opening
  if (requester === undefined || answerBy !== 'sms') {
    return { ...(await open(house, actor, requestType, known, { idempotency })), receipt: code }
  }
  const pool = actor.kind === 'staff' ? 'staff' : 'worker'
  return await house.database.as(pool, actor.scope, async (tx) => {
    const written = await open(house, actor, requestType, known, { idempotency, run: runIn(tx) })
    await house.notify(tx, {
      template: 'caseReceived',
      to: { person: requester },
      parameters: { number: written.number, receipt: code },
      caseId: written.id,
      dedupeKey: `case:${written.id}:received`,
    })
    return { ...written, receipt: code }
  })
}
