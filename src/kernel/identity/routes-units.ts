import type { FastifyInstance } from 'fastify'
import type { Tx } from '#platform/database'
import { handle } from '#platform/http'
import { once } from '#platform/idempotency'
import { type Actor, actorKey } from './actor.ts'
import { foundUnitRoute, listUnits, previewReorganisationRoute, renameUnitRoute, reorganiseRoute } from './contract.ts'
import { foundUnit } from './found-unit.ts'
import { renameUnit } from './rename-unit.ts'
import { previewReorganisation } from './reorganise/plan.ts'
import { reorganise } from './reorganise/reorganise.ts'
import { requireDuty } from './require-duty.ts'
import type { IdentityHouse } from './routes.ts'
import { children, districtDate, getUnit, searchUnits, unitTree } from './units.ts'

/** How the district is organised, and how the system administrator changes it. */
export function addUnitRoutes(app: FastifyInstance, { database, clock, cases }: IdentityHouse): void {
  const asStaff = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as('staff', actor.scope, work)
  // Who decides it reaches no case; the open cases follow as the house's own work.
  const asHouse = <T>({ district }: Actor, work: (tx: Tx) => Promise<T>) => database.as('worker', { district }, work)

  handle(app, listUnits, async ({ actor, query }) =>
    asStaff(actor, async (tx) => {
      const on = query.on ?? (await districtDate(tx, clock.now()))
      return { on, units: await unitsFor(tx, on, query) }
    }),
  )
  handle(app, foundUnitRoute, async ({ actor, body, idempotency }) =>
    asStaff(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), async () =>
        getUnit(tx, await foundUnit(tx, actor, body, clock), body.from),
      ),
    ),
  )
  handle(app, renameUnitRoute, async ({ actor, params, body, idempotency }) =>
    asStaff(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), async () => {
        await renameUnit(tx, actor, { ...body, unit: params.id }, clock)
        return getUnit(tx, params.id, body.from)
      }),
    ),
  )
  handle(app, previewReorganisationRoute, async ({ actor, body }) => {
    requireDuty(actor, 'systemAdministrator')
    return asHouse(actor, async (tx) => {
      const preview = await previewReorganisation(tx, body, cases)
      const shown = async (ids: readonly number[]) => Promise.all(ids.map((id) => getUnit(tx, id, body.on)))
      return {
        closes: await shown(preview.closes),
        founds: preview.founds.map(({ name, kind }) => ({ name, kind })),
        moves: await shown(preview.moves.map(({ child }) => child)),
        posts: preview.posts.length,
        openCases: preview.openCases.reduce((sum, each) => sum + each.cases, 0),
      }
    })
  })
  handle(app, reorganiseRoute, async ({ actor, body, idempotency }) =>
    asHouse(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), async () => {
        const { founded, ...rest } = await reorganise(tx, actor, body, cases, clock)
        return { ...rest, founded: [...founded] }
      }),
    ),
  )
}

async function unitsFor(tx: Tx, on: string, { search, parent }: { search?: string; parent?: number }) {
  if (search !== undefined) return searchUnits(tx, search, on)
  return parent === undefined ? unitTree(tx, on) : children(tx, parent, on)
}
