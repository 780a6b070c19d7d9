import type { Static } from 'typebox'
import { systemActor } from '#kernel/identity'
import type { Written } from '#kernel-contract/cases'
import type { Idempotency } from '#platform/http'
import { centreOf } from './centre.ts'
import { placeOf } from './community.ts'
import type { PublicRequest } from './contract.ts'
import { fileRequest } from './file-request.ts'
import type { HotlineHouse } from './house.ts'
import { requesterFor } from './requester.ts'
import { titleOf } from './title.ts'

/**
 * Files a resident's own request, without an account: the house takes it in for them. The answer carries the receipt
 * code; the same key gives the same case and the same code.
 * @rule H2 a mailbox is answered within its limit: the dispatch clock starts now
 */
export async function filePublicRequest(
  house: HotlineHouse,
  district: number,
  filed: PublicRequest,
  idempotency: Idempotency,
): Promise<Static<typeof Written>> {
  const actor = systemActor(district)
  const { name, phone } = filed
  const requester = await requesterFor(house, actor, { name, phone })
  return await fileRequest(
    house,
    actor,
    {
      kind: filed.kind ?? 'help',
      subject: filed.subject,
      channel: 'web',
      title: titleOf(filed.text),
      text: filed.text,
      ...(filed.place?.trim() && { place: await placeOf(house, actor, { text: filed.place.trim() }) }),
      ...(requester !== null && { requester }),
      requesterHidden: filed.hidden,
      onBehalfOf: filed.onBehalfOf,
      answerBy: phone ? 'sms' : 'none',
      files: filed.files,
      intake: await centreOf(house, district),
      byResident: true,
    },
    idempotency,
  )
}
