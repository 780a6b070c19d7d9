import type { FastifyInstance } from 'fastify'
import type { PortalHouse } from './house.ts'
import { limitPosts } from './limit-posts.ts'
import { districtOfPortal } from './portal-district.ts'
import { addFiling } from './portal-filing.ts'
import { addFollowing } from './portal-following.ts'
import { addFront } from './portal-front.ts'
import { addGuide } from './portal-guide.ts'
import { addMine } from './portal-mine.ts'
import { openPortal, sentenceOf } from './portal-show.ts'

/** Adds the residents' pages: written on the server, readable without script, posted as plain forms. */
export async function addPortalPages(app: FastifyInstance, house: PortalHouse): Promise<void> {
  const portal = await openPortal(house)
  await app.register(async (pages) => {
    pages.setErrorHandler(async (error, request, reply) => {
      const sentence = sentenceOf(error, request, reply)
      return await portal.show(request, reply, { page: 'problem', status: reply.statusCode, sentence }, '/')
    })
    pages.addHook('preHandler', async (request) => {
      if (request.method === 'POST') await limitPosts(house, await districtOfPortal(house), request)
    })
    addFront(pages, portal)
    addGuide(pages, portal)
    addFiling(pages, portal)
    addFollowing(pages, portal)
    addMine(pages, portal)
  })
}
