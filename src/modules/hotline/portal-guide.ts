import type { FastifyInstance } from 'fastify'
import { limitOf, limitWords } from '#kernel/calendar'
import { rulesAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { HotlineHouse } from './house.ts'
import { districtOfPortal } from './portal-district.ts'
import type { Form, Portal } from './portal-show.ts'

/** How it works here, and how a reader likes the pages: large, or in the other language. */
export function addGuide(pages: FastifyInstance, { house, show }: Portal): void {
  pages.get('/guide', async (request, reply) => show(request, reply, { page: 'guide', limits: await limits(house) }))
  pages.get('/preferences', async (request, reply) => {
    const { elder, language, back = '/' } = request.query as Form
    if (elder !== undefined) reply.header('set-cookie', cookie('lianxin_elder', elder === '1' ? '1' : '0'))
    if (language === 'zh' || language === 'en') reply.header('set-cookie', cookie('lianxin_language', language))
    return reply.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
  })
}

const cookie = (name: string, value: string) => `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`

/** The limits that concern a resident, as the settings have them today. */
async function limits(house: HotlineHouse) {
  const district = await districtOfPortal(house)
  const { profile } = await house.timekeepers.of(district)
  const rules = await house.database.as('worker', { district }, (tx) =>
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
    // What the district has set itself needs no article; residents are told the law alone.
    const isLaw = rule.source !== null && rule.level !== 'product'
    return [{ name: rule.title ?? { zh: key }, limit, source: isLaw ? { zh: rule.source! } : null }]
  })
}
