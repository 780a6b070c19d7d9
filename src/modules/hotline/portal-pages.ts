import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limitOf, limitWords } from '#kernel/calendar'
import { rulesAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import { Refusal } from '#platform/errors'
import { languageOf } from '#platform/http'
import { asRefusal } from '#platform/problem'
import type { PortalContext, PortalPage } from '../../web/portal/pages.ts'
// The pages are the portal's build; only their shapes are known here.
import type * as Portal from '../../web/portal/server.tsx'
import { followedCase, rate, residentOf } from './follow.ts'
import type { HotlineHouse, PortalHouse } from './house.ts'
import { portalDistrict } from './portal-district.ts'
import { readForm } from './portal-form.ts'
import { monthlyFigures } from './public-figures.ts'
import { filePublicRequest } from './public-request.ts'
import { findPublication, publications } from './published.ts'

type Form = Record<string, string | undefined>
const dist = path.resolve(import.meta.dirname, '../../../dist/portal')

/** Adds the residents' pages: written on the server, readable without script, posted as plain forms. */
export async function addPortalPages(app: FastifyInstance, house: PortalHouse): Promise<void> {
  const portal = (await import(pathToFileURL(path.join(dist, 'server.js')).href)) as typeof Portal
  const scripts = portal.assetsOf(JSON.parse(await readFile(path.join(dist, 'client/manifest.json'), 'utf8')))
  const show = async (request: FastifyRequest, reply: FastifyReply, page: PortalPage, at = request.url) =>
    reply
      .type('text/html')
      .header('cache-control', 'no-store')
      .send(portal.render(page, await contextOf(house, request, scripts, at)))
  const newKey = () => crypto.randomUUID()

  await app.register(async (pages) => {
    pages.setErrorHandler(async (error, request, reply) => {
      const refusal = asRefusal(error, request.id)
      if (refusal.status >= 500) request.log.error({ err: error }, 'portal')
      const sentence = refusal.sentence(languageOf(request))
      return await show(
        request,
        reply.status(refusal.status),
        { page: 'problem', status: refusal.status, sentence },
        '/',
      )
    })
    pages.get('/', async (request, reply) => {
      const { id } = await portalDistrict(house)
      const [figures, latest] = await Promise.all([monthlyFigures(house, id), publications(house, id, { limit: 5 })])
      return await show(request, reply, { page: 'home', figures, latest: latest.rows })
    })
    pages.get('/file', async (request, reply) => show(request, reply, portal.beginFiling(newKey())))
    pages.post('/file', async (request, reply) => {
      const { id } = await portalDistrict(house)
      const { fields, files } = await readForm(house, id, request)
      const filing = portal.readFiling(fields, languageOf(request))
      if (filing.page === 'file') return await show(request, reply, filing, '/file')
      try {
        const filed = { ...filing.request, ...(files.length > 0 && { files: [...files] }) }
        const key = { key: filing.key || newKey(), hash: JSON.stringify(filing.request) }
        const { number, receipt = '' } = await filePublicRequest(house, id, filed, key)
        return await show(request, reply, { page: 'filed', number, receipt }, '/')
      } catch (error) {
        return await show(request, reply.status(422), filing.again(sentenceOf(error, request)), '/file')
      }
    })
    pages.get('/follow', async (request, reply) => {
      const { number = '' } = request.query as Form
      return await show(request, reply, { page: 'follow', values: { number, receipt: '' }, problems: [] })
    })
    pages.post('/follow', async (request, reply) => {
      const following = portal.readFollowing(request.body as Form, languageOf(request))
      if (following.page === 'follow') return await show(request, reply, following, '/follow')
      try {
        const view = await followedCase(house, await resident(house, request, following.number, following.receipt))
        return await show(request, reply, { page: 'case', view, receipt: following.receipt, key: newKey() }, '/follow')
      } catch (error) {
        return await show(request, reply.status(422), following.again(sentenceOf(error, request)), '/follow')
      }
    })
    pages.post('/follow/rating', async (request, reply) => {
      const read = portal.readRating(request.body as Form, languageOf(request))
      const who = await resident(house, request, read.number, read.receipt)
      if (read.rating) {
        await rate(house, who, read.rating, { key: read.key || newKey(), hash: JSON.stringify(read.rating) })
        return await show(request, reply, { page: 'rated', number: read.number }, '/follow')
      }
      const { values, problems } = read
      const view = await followedCase(house, who)
      return await show(
        request,
        reply,
        { page: 'case', view, receipt: read.receipt, key: read.key, rating: { values, problems } },
        '/follow',
      )
    })
    pages.get('/published', async (request, reply) => {
      const { q = '', before } = request.query as Form
      const { id } = await portalDistrict(house)
      const { rows, next } = await publications(house, id, { q, ...(Number(before) > 0 && { before: Number(before) }) })
      return await show(request, reply, { page: 'published', rows, next, q, later: before !== undefined })
    })
    pages.get('/published/:number', async (request, reply) => {
      const { id } = await portalDistrict(house)
      const row = await findPublication(house, id, (request.params as { number: string }).number)
      if (!row) throw new Refusal('not-found')
      return await show(request, reply, { page: 'publication', row })
    })
    pages.get('/figures', async (request, reply) => {
      const { id } = await portalDistrict(house)
      const present = dateOf(house.clock.now()).slice(0, 7)
      const asked = (request.query as Form).month ?? ''
      const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) && asked <= present ? asked : present
      const figures = await monthlyFigures(house, id, month)
      return await show(request, reply, {
        page: 'figures',
        figures,
        previous: step(month, -1),
        following: month < present ? step(month, 1) : null,
      })
    })
    pages.get('/guide', async (request, reply) => show(request, reply, { page: 'guide', limits: await limits(house) }))
    pages.get('/preferences', async (request, reply) => {
      const { elder, language, back = '/' } = request.query as Form
      if (elder !== undefined) reply.header('set-cookie', cookie('lianxin_elder', elder === '1' ? '1' : '0'))
      if (language === 'zh' || language === 'en') reply.header('set-cookie', cookie('lianxin_language', language))
      return reply.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
    })
  })
}

const cookie = (name: string, value: string) => `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`

const sentenceOf = (error: unknown, request: FastifyRequest) => {
  const refusal = asRefusal(error, request.id)
  if (refusal.status >= 500) request.log.error({ err: error }, 'portal')
  return refusal.sentence(languageOf(request))
}

async function resident(house: HotlineHouse, request: FastifyRequest, number: string, receipt: string) {
  return await residentOf(house, (await portalDistrict(house)).id, number, receipt, languageOf(request))
}

async function contextOf(
  house: HotlineHouse,
  request: FastifyRequest,
  scripts: PortalContext['scripts'],
  at: string,
): Promise<PortalContext> {
  const district = await portalDistrict(house)
  const language = languageOf(request)
  return {
    language,
    elder: /(?:^|;\s*)lianxin_elder=1/.test(request.headers.cookie ?? ''),
    hotline: district.hotline,
    districtName: district.name[language] ?? district.name.zh,
    path: at,
    scripts,
  }
}

/** The limits that concern a resident, as the settings have them today. */
async function limits(house: HotlineHouse) {
  const { id } = await portalDistrict(house)
  const { profile } = await house.timekeepers.of(id)
  const rules = await house.database.as('worker', { district: id }, (tx) =>
    rulesAt(tx, 'hotline.', dateOf(house.clock.now())),
  )
  const shown = [
    'hotline.limit.dispatch',
    'hotline.limit.contact',
    `hotline.limit.handle.${profile}.ordinary`,
    'hotline.followUp.within',
  ]
  return shown.flatMap((key) => {
    const rule = rules.find((known) => known.key === key)
    if (!rule) return []
    const { amount, unit } = limitOf(rule)
    const limit = { zh: limitWords(amount, unit, 'zh'), en: limitWords(amount, unit, 'en') }
    return [{ name: rule.title ?? { zh: key }, limit, source: rule.source ? { zh: rule.source } : null }]
  })
}

/** The month before or after, YYYY-MM. */
function step(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
