import type { FastifyInstance } from 'fastify'
import { type Actor, actorKey } from '#kernel/identity'
import { amountAt } from '#kernel/settings'
import { type Clock, dateOf } from '#platform/clock'
import type { Database } from '#platform/database'
import { handle } from '#platform/http'
import { once } from '#platform/idempotency'
import { addImportRoutes } from '#platform/import-routes'
import { addPlace, type PlaceWork } from './add-place.ts'
import { changePlace } from './change-place.ts'
import * as contract from './contract.ts'
import { importPlaces, placeColumns } from './import-places.ts'
import { guessPlace } from './place-guess.ts'
import { searchPlaces } from './places.ts'

/** What places' routes work with. */
export interface PlaceHouse {
  readonly database: Database
  readonly clock: Clock
}

/** Adds the routes by which staff find, register and correct places. */
export function addPlaceRoutes(app: FastifyInstance, { database, clock }: PlaceHouse): void {
  const work = <T>(actor: Actor, verb: (work: PlaceWork) => Promise<T>) =>
    database.as('staff', actor.scope, (tx) => verb({ tx, actor, at: clock.now() }))

  handle(app, contract.searchPlaces, ({ actor, query: { q, kind, limit } }) =>
    work(actor, async ({ tx }) => ({ places: await searchPlaces(tx, q, { kind, limit }) })),
  )
  handle(app, contract.createPlace, ({ actor, body, idempotency }) =>
    work(actor, (place) => once(place.tx, actorKey(actor), idempotency, place.at, () => addPlace(place, body))),
  )
  handle(app, contract.amendPlace, ({ actor, params, body, seenVersion }) =>
    work(actor, (place) => changePlace(place, params.id, seenVersion, body)),
  )
  handle(app, contract.guessPlace, ({ actor, body }) =>
    work(actor, async ({ tx }) => {
      const { unit, place, candidates } = await guessPlace(tx, body.text)
      return { unit, place, candidates: [...candidates] }
    }),
  )
  const doors = {
    template: contract.readPlaceSheet,
    preview: contract.previewPlaceImport,
    create: contract.createPlaceImport,
  }
  addImportRoutes<Actor, (typeof placeColumns)[number]['key']>(app, doors, {
    database,
    columns: placeColumns,
    now: () => clock.now(),
    limits: async (tx) => ({
      bytes: await amountAt(tx, 'file.size', dateOf(clock.now())),
      rows: await amountAt(tx, 'import.rows', dateOf(clock.now())),
    }),
    keyOf: actorKey,
    scopeOf: (actor) => actor.scope,
    take: (tx, actor, rows) => importPlaces({ tx, actor, at: clock.now() }, rows),
  })
}
