import type { FastifyInstance } from 'fastify'
import type { Actor } from '#kernel/identity'
import { guessPlace } from '#kernel/places'
import type { ResponseOf } from '#platform/contract'
import { handle } from '#platform/http'
import * as contract from './contract.ts'
import { followedCase, rate, residentOf } from './follow.ts'
import { guessIntake } from './guess.ts'
import type { HotlineHouse } from './house.ts'
import { openRequest } from './open-request.ts'
import { districtOfPortal } from './portal-district.ts'
import { monthlyFigures } from './public-figures.ts'
import { filePublicRequest } from './public-request.ts'
import { publications } from './published.ts'
import { subjectTree } from './subjects.ts'

/** Adds the routes of the hotline: taking requests down, and what residents do for themselves. */
export function addHotlineRoutes(app: FastifyInstance, house: HotlineHouse): void {
  handle(app, contract.openRequest, ({ actor, body, idempotency }) => openRequest(house, actor, body, idempotency))
  handle(app, contract.guessIntake, ({ actor, body }) => guess(house, actor, body.text))
  handle(app, contract.filePublicRequest, async ({ body, idempotency }) =>
    filePublicRequest(house, await districtOfPortal(house), body, idempotency),
  )
  handle(app, contract.followRequest, async ({ params, body, language }) =>
    followedCase(house, await residentOf(house, await districtOfPortal(house), params.number, body.receipt, language)),
  )
  handle(app, contract.rateRequest, async ({ params, body, language, idempotency }) => {
    const resident = await residentOf(house, await districtOfPortal(house), params.number, body.receipt, language)
    return await rate(house, resident, body, idempotency)
  })
  handle(app, contract.listPublications, async ({ query }) => publications(house, await districtOfPortal(house), query))
  handle(app, contract.publicFigures, async ({ query }) =>
    monthlyFigures(house, await districtOfPortal(house), query.month),
  )
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
