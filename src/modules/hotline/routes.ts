import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/identity'
import { guessPlace } from '#kernel/places'
import type { ResponseOf } from '#platform/contract'
import { handle, type Language } from '#platform/http'
import * as contract from './contract.ts'
import { holderOf, rate } from './follow.ts'
import { guessIntake } from './guess.ts'
import type { HotlineHouse, PortalHouse } from './house.ts'
import { limitPosts } from './limit-posts.ts'
import { openRequest } from './open-request.ts'
import { ownRequests } from './own-requests.ts'
import { districtOfPortal } from './portal-district.ts'
import { monthlyFigures } from './public-figures.ts'
import { filePublicRequest } from './public-request.ts'
import { publications } from './published.ts'
import { followedCase } from './requester-view.ts'
import { subjectTree } from './subjects.ts'

/** Adds the routes of the hotline: taking requests down, and what residents do for themselves. */
export function addHotlineRoutes(app: FastifyInstance, house: PortalHouse): void {
  handle(app, contract.openRequest, ({ actor, body, idempotency }) => openRequest(house, actor, body, idempotency))
  handle(app, contract.guessIntake, ({ actor, body }) => guess(house, actor, body.text))
  handle(app, contract.filePublicRequest, async ({ body, idempotency, raw }) =>
    filePublicRequest(house, await posting(house, raw), body, idempotency),
  )
  handle(app, contract.listOwnRequests, ({ actor, query }) => ownRequests(house, actor, query))
  handle(app, contract.followRequest, async (call) => followedCase(house, await holder(house, call)))
  handle(app, contract.rateRequest, async (call) => rate(house, await holder(house, call), call.body, call.idempotency))
  handle(app, contract.listPublications, async ({ query }) => publications(house, await districtOfPortal(house), query))
  handle(app, contract.publicFigures, async ({ query }) =>
    monthlyFigures(house, await districtOfPortal(house), query.month),
  )
}

/** The district that is posted to, while the address may. */
async function posting(house: PortalHouse, request: FastifyRequest): Promise<number> {
  const district = await districtOfPortal(house)
  await limitPosts(house, district, request)
  return district
}

interface WithReceipt {
  readonly params: { readonly number: string }
  readonly body: { readonly receipt: string }
  readonly raw: FastifyRequest
  readonly language: Language
}

async function holder(house: PortalHouse, { params: { number }, body: { receipt }, raw, language }: WithReceipt) {
  const district = await posting(house, raw)
  return holderOf(district, await house.residents.proving.caseOf(raw, { number, code: receipt }), language)
}

/** Everything that the words suggest; the place comes from the district's own register. */
async function guess(
  house: HotlineHouse,
  actor: Actor,
  text: string,
): Promise<ResponseOf<typeof contract.guessIntake>> {
  const { place, unit } = await house.database.as('staff', actor.scope, (tx) => guessPlace(tx, text))
  return { ...guessIntake(text, subjectTree), place: place && { id: place.id, name: place.name, unit } }
}
