import type { Static } from 'typebox'
import type { Actor } from '#kernel/identity'
import type { Written } from '#kernel-contract/cases'
import type { Idempotency } from '#platform/http'
import { centreOf } from './centre.ts'
import { placeOf } from './community.ts'
import type { Intake } from './contract.ts'
import { fileRequest } from './file-request.ts'
import type { HotlineHouse } from './house.ts'
import { requesterFor } from './requester.ts'
import { titleOf } from './title.ts'

/**
 * Takes down a request: the requester is found or registered first, then the case is opened by one statement. The
 * answer carries the receipt code, which is kept only as a digest.
 * @rule H16 the fields of a request
 */
export async function openRequest(
  house: HotlineHouse,
  actor: Actor,
  intake: Intake,
  idempotency: Idempotency,
): Promise<Static<typeof Written>> {
  const requester = intake.requesterId ?? (await requesterFor(house, actor, intake.requester))
  return await fileRequest(
    house,
    actor,
    {
      kind: intake.kind,
      subject: intake.subject,
      urgency: intake.urgency,
      channel: intake.channel,
      title: intake.title?.trim() || titleOf(intake.text),
      text: intake.text,
      ...(intake.place && { place: await placeOf(house, actor, intake.place) }),
      ...(requester !== null && { requester }),
      requesterHidden: intake.hidden,
      onBehalfOf: intake.onBehalfOf,
      answerBy: intake.answerBy,
      files: intake.files,
      intake: await centreOf(house, actor.district),
    },
    idempotency,
  )
}
