import type { FastifyInstance, FastifyRequest } from 'fastify'
import { languageOf } from '#platform/http'
import type { FollowPage } from '../../web/portal/pages.ts'
import { type Form, type Portal, sentenceOf } from './portal-show.ts'

/** The two ways to follow: number and receipt code, or a phone and the code that it is sent. */
export function addFollowing(pages: FastifyInstance, { house, build, show }: Portal): void {
  const { proving } = house.residents
  const ways = async (request: FastifyRequest, page: FollowPage) => ({
    ...page,
    voice: house.voice,
    known: (await house.residents.find(request)) !== null,
  })
  pages.get('/follow', async (request, reply) => {
    const { number = '' } = request.query as Form
    return await show(request, reply, await ways(request, build.beginFollowing(number)), '/follow')
  })
  pages.post('/follow', async (request, reply) => {
    const following = build.readFollowing(request.body as Form, languageOf(request))
    if (following.page === 'follow') return await show(request, reply, await ways(request, following))
    try {
      const { number, receipt: code } = following
      await proving.byReceipt({ request, reply }, { number, code })
      return reply.redirect(`/mine/${encodeURIComponent(number)}`, 303)
    } catch (error) {
      const again = following.again(sentenceOf(error, request, reply))
      return await show(request, reply, await ways(request, again))
    }
  })
  pages.post('/follow/phone', async (request, reply) => {
    const asking = build.readPhone(request.body as Form, languageOf(request))
    if (asking.page === 'follow') return await show(request, reply, await ways(request, asking), '/follow')
    try {
      const { phone, by } = asking
      const sent = await proving.sendCode(request, { phone, by })
      return await show(request, reply, { page: 'code', phone, by, ...sent, problems: [] }, '/follow')
    } catch (error) {
      const again = asking.again(sentenceOf(error, request, reply))
      return await show(request, reply, await ways(request, again), '/follow')
    }
  })
  pages.post('/follow/code', async (request, reply) => {
    const typed = build.readCode(request.body as Form, languageOf(request))
    if (typed.page === 'code') return await show(request, reply, typed, '/follow')
    try {
      await proving.byPhone({ request, reply }, typed)
      return reply.redirect('/mine', 303)
    } catch (error) {
      return await show(request, reply, typed.again(sentenceOf(error, request, reply)), '/follow')
    }
  })
}
