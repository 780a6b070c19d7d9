import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { handle } from '#platform/http'
import type { Actor, Name } from './actor.ts'
import { listUnits, showMe } from './contract.ts'
import type { StaffLogin } from './login/index.ts'
import { addAuditRoutes } from './routes-audit.ts'
import { addSessionRoutes } from './routes-sessions.ts'
import { addStaffRoutes } from './routes-staff.ts'
import { children, districtDate, searchUnits, unitName, unitTree } from './units.ts'

/** What identity's routes work with. */
export interface IdentityHouse {
  readonly database: Database
  readonly clock: Clock
  readonly login: StaffLogin
}

/** Adds the log-in and all routes that say who one is, who works here and how the district is organised. */
export function addIdentityRoutes(app: FastifyInstance, house: IdentityHouse): void {
  const { database, clock, login } = house
  login.mount(app)
  handle(app, showMe, async ({ actor, language, raw }) => {
    const { passwordDue = false, secondFactorDue = false } = (await login.find(raw))?.state ?? {}
    const shown = await database.as('staff', actor.scope, (tx) => me(tx, actor, clock.now()))
    return { ...shown, language, passwordDue, secondFactorDue }
  })
  handle(app, listUnits, async ({ actor, query }) =>
    database.as('staff', actor.scope, async (tx) => {
      const on = query.on ?? (await districtDate(tx, clock.now()))
      return { on, units: await unitsFor(tx, on, query) }
    }),
  )
  addSessionRoutes(app, house)
  addStaffRoutes(app, house)
  addAuditRoutes(app, house)
}

async function me(tx: Tx, actor: Actor, now: Date) {
  const today = await districtDate(tx, now)
  const posts = []
  for (const { unit, role } of actor.posts) posts.push({ unit, role, unitName: await unitName(tx, unit, today) })
  return { id: actor.id ?? 0, name: actor.name, district: await district(tx), today, posts }
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
