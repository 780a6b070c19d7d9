import type { FastifyInstance, FastifyRequest } from 'fastify'
import { languageOf } from '#platform/http'
import type { CasePage } from '../../web/portal/pages.ts'
import { ownCase, rate } from './follow.ts'
import { ownRequests } from './own-requests.ts'
import { addOwnFiles } from './portal-files.ts'
import type { AsResident, Form, Portal } from './portal-show.ts'
import { followedCase, type Resident } from './requester-view.ts'

/** A resident's own requests: the list, each one, its rating, and leaving. */
export function addMine(pages: FastifyInstance, portal: Portal): void {
  const { house, show } = portal
  const own: AsResident = (handler) => async (request, reply) => {
    const actor = await house.residents.find(request)
    return actor ? await handler(request, reply, actor) : reply.redirect('/follow', 303)
  }
  pages.get(
    '/mine',
    own(async (request, reply, actor) => {
      const before = Number((request.query as Form).before)
      const { rows, next } = await ownRequests(house, actor, before > 0 ? { before } : {})
      return await show(request, reply, { page: 'mine', rows, next, later: before > 0 })
    }),
  )
  pages.post('/mine/leave', async (_request, reply) => {
    house.residents.proving.leave(reply)
    return reply.redirect('/', 303)
  })
  addOwnFiles(pages, portal, own)
  addOwnCase(pages, portal, own)
}

function addOwnCase(pages: FastifyInstance, { house, build, show }: Portal, own: AsResident): void {
  const numberIn = (request: FastifyRequest) => (request.params as { number: string }).number
  const page = async (resident: Resident, rest: Pick<CasePage, 'key' | 'rating'>): Promise<CasePage> => ({
    page: 'case',
    view: await followedCase(house, resident),
    several: resident.actor.scope.persons !== undefined && resident.actor.scope.persons.length > 0,
    ...rest,
  })
  pages.get(
    '/mine/:number',
    own(async (request, reply, actor) => {
      const resident = await ownCase(house, actor, numberIn(request))
      return await show(request, reply, await page(resident, { key: crypto.randomUUID() }))
    }),
  )
  pages.post(
    '/mine/:number/rating',
    own(async (request, reply, actor) => {
      const number = numberIn(request)
      const resident = await ownCase(house, actor, number)
      const { rating, key, values, problems } = build.readRating(request.body as Form, languageOf(request))
      const at = `/mine/${encodeURIComponent(number)}`
      if (!rating) return await show(request, reply, await page(resident, { key, rating: { values, problems } }), at)
      await rate(house, resident, rating, { key: key || crypto.randomUUID(), hash: JSON.stringify(rating) })
      return await show(request, reply, { page: 'rated', number }, at)
    }),
  )
}
