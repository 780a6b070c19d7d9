import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { handle } from '#platform/http'
import type { Actor, Name } from './actor.ts'
import { showMe } from './contract.ts'
import type { StaffLogin } from './login/index.ts'
import type { CaseHomes } from './reorganise/reorganisation.ts'
import { addAuditRoutes } from './routes-audit.ts'
import { addSessionRoutes } from './routes-sessions.ts'
import { addStaffRoutes } from './routes-staff.ts'
import { addUnitRoutes } from './routes-units.ts'
import { districtDate, unitName } from './units.ts'

/** What identity's routes work with. */
export interface IdentityHouse {
  readonly database: Database
  readonly clock: Clock
  readonly login: StaffLogin
  /** What the cases do when units change. */
  readonly cases: CaseHomes
}

/** Adds the routes that say who one is, who works here and how the district is organised. */
export function addIdentityRoutes(app: FastifyInstance, house: IdentityHouse): void {
  const { database, clock, login } = house
  handle(app, showMe, async ({ actor, language, raw }) => {
    const { passwordDue = false, secondFactorDue = false } = (await login.find(raw))?.state ?? {}
    const shown = await database.as('staff', actor.scope, (tx) => me(tx, actor, clock.now()))
    return { ...shown, language, passwordDue, secondFactorDue }
  })
  addUnitRoutes(app, house)
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

async function district(tx: Tx) {
  const { rows } = await sql<{ id: number; name: Name; hotline: string }>`
    select id, name, hotline from district where id = app_district()`.execute(tx)
  return rows[0]!
}
