import type { FastifyInstance } from 'fastify'
import { dateOf } from '#platform/clock'
import { refuse } from '#platform/errors'
import { districtOfPortal } from './portal-district.ts'
import type { Form, Portal } from './portal-show.ts'
import { monthlyFigures } from './public-figures.ts'
import { findPublication, publications } from './published.ts'

/** The front page, what is published, and the figures of a month. */
export function addFront(pages: FastifyInstance, { house, show }: Portal): void {
  pages.get('/', async (request, reply) => {
    const id = await districtOfPortal(house)
    const [figures, latest] = await Promise.all([monthlyFigures(house, id), publications(house, id, { limit: 5 })])
    return await show(request, reply, { page: 'home', figures, latest: latest.rows })
  })
  pages.get('/published', async (request, reply) => {
    const { q = '', before } = request.query as Form
    const query = { q, ...(Number(before) > 0 && { before: Number(before) }) }
    const { rows, next } = await publications(house, await districtOfPortal(house), query)
    return await show(request, reply, { page: 'published', rows, next, q, later: before !== undefined })
  })
  pages.get('/published/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const row = await findPublication(house, await districtOfPortal(house), number)
    if (!row) throw refuse('not-found')
    return await show(request, reply, { page: 'publication', row })
  })
  pages.get('/figures', async (request, reply) => {
    const present = dateOf(house.clock.now()).slice(0, 7)
    const asked = (request.query as Form).month ?? ''
    const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) && asked <= present ? asked : present
    const figures = await monthlyFigures(house, await districtOfPortal(house), month)
    const following = month < present ? step(month, 1) : null
    return await show(request, reply, { page: 'figures', figures, previous: step(month, -1), following })
  })
}

/** The month before or after, YYYY-MM. */
function step(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
