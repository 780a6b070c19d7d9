import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { handle } from '#platform/http'
import type { Name } from './actor.ts'
import { listUnits, showMe } from './contract.ts'
import { children, districtDate, searchUnits, unitName, unitTree } from './units.ts'

/** What identity's routes work with. */
export interface IdentityHouse {
  readonly database: Database
  readonly clock: Clock
}

/** Adds the routes that say who one is and how the district is organised. */
export function addIdentityRoutes(app: FastifyInstance, { database, clock }: IdentityHouse): void {
  handle(app, showMe, async ({ actor, language }) =>
    database.as('staff', actor.scope, async (tx) => {
      const today = await districtDate(tx, clock.now())
      const posts = []
      for (const { unit, role } of actor.posts) posts.push({ unit, role, unitName: await unitName(tx, unit, today) })
      return { id: actor.id ?? 0, name: actor.name, language, district: await district(tx), today, posts }
    }),
  )
  handle(app, listUnits, async ({ actor, query }) =>
    database.as('staff', actor.scope, async (tx) => {
      const on = query.on ?? (await districtDate(tx, clock.now()))
      return { on, units: await unitsFor(tx, on, query) }
    }),
  )
}

async function unitsFor(tx: Tx, on: string, { search, parent }: { search?: string; parent?: number }) {
  if (search !== undefined) return searchUnits(tx, search, on)
  return parent === undefined ? unitTree(tx, on) : children(tx, parent, on)
}

async function district(tx: Tx) {
  const { rows } = await sql<{ id: number; name: Name; hotline: string }>`
    select id, name, hotline from district where id = app_district()`.execute(tx)
  return rows[0]!
}
