import { sql } from 'kysely'
import { act, idOfNumber } from '#kernel/cases'
import type { Actor } from '#kernel/identity'
import { refuse as refuseAny } from '#platform/errors'
import type { Idempotency, Language } from '#platform/http'
import type { PublicCaseView, Rating } from './contract.ts'
import type { HotlineHouse } from './house.ts'
import { receiptLookup } from './receipt.ts'
import { refuse } from './refusals.ts'
import { followedCase, type Resident } from './requester-view.ts'

/** The case of a receipt. @throws hotline.wrong-receipt, saying nothing of which part was wrong */
export async function caseOfReceipt(
  house: HotlineHouse,
  district: number,
  number: string,
  code: string,
): Promise<number> {
  const id = idOfNumber(number)
  const { rows } = await house.database.pools.portal.query<{ id: number | null }>({
    name: 'case_by_receipt',
    text: 'select case_by_receipt($1, $2, $3) as id',
    values: [district, id ?? 0, receiptLookup(house.vault, code)],
  })
  const found = rows[0]?.id ?? null
  if (found === null) throw refuse('hotline.wrong-receipt')
  return found
}

/** Whoever has shown the receipt of the case. */
export const holderOf = (district: number, caseId: number, language: Language): Resident => ({
  caseId,
  actor: {
    kind: 'resident',
    id: null,
    district,
    name: { zh: '诉求人', en: 'Requester' },
    posts: [],
    scope: { district, receiptCase: caseId },
    language,
  },
})

/**
 * A case that is the resident's own, by its number. Of several people on one phone the one who asked is named in the
 * evidence; nobody where only the receipt was shown.
 * @throws not-found
 */
export async function ownCase(house: HotlineHouse, actor: Actor, number: string): Promise<Resident> {
  const { rows } = await house.database.as('portal', actor.scope, (tx) =>
    sql<{ id: number; requester: number | null }>`select id, requester_id as requester from cases
      where district_id = app_district() and id = ${idOfNumber(number) ?? 0}`.execute(tx),
  )
  const found = rows[0]
  if (!found) throw refuseAny('not-found')
  const known = found.requester !== null && actor.scope.persons?.includes(found.requester)
  return { caseId: found.id, actor: { ...actor, id: known ? found.requester : null } }
}

/** The requester's rating, once. */
export async function rate(
  house: HotlineHouse,
  resident: Resident,
  { solved, satisfaction, comment }: Rating,
  idempotency: Idempotency,
): Promise<PublicCaseView> {
  await act(house, resident.actor, {
    caseId: resident.caseId,
    name: 'rate',
    input: { solved, satisfaction: String(satisfaction), ...(comment?.trim() && { comment }) },
    idempotency,
  })
  return await followedCase(house, resident)
}
