import type { FastifyInstance } from 'fastify'
import { type Actor, actorKey } from '#kernel/identity'
import { amountAt } from '#kernel/settings'
import { type Clock, dateOf } from '#platform/clock'
import type { Vault } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import { handle, type Idempotency } from '#platform/http'
import { once } from '#platform/idempotency'
import { addImportRoutes } from '#platform/import-routes'
import { changePerson } from './change-person.ts'
import * as contract from './contract.ts'
import { foundHousehold } from './households.ts'
import { importPeople } from './import-people.ts'
import { linkPhone, unlinkPhone } from './link-phone.ts'
import { lookedAt, looksAt } from './looks.ts'
import { findByPhone, findPeople, getPerson } from './people.ts'
import { type PeopleKey, peopleColumns } from './people-sheet.ts'
import { registerPerson } from './register-person.ts'
import { unmask } from './unmask.ts'
import type { PeopleWork } from './work.ts'

/** What people's routes work with. */
export interface PeopleHouse {
  readonly database: Database
  readonly clock: Clock
  readonly vault: Vault
}

/** Adds the routes by which staff find, register and correct people. */
export function addPeopleRoutes(app: FastifyInstance, house: PeopleHouse): void {
  const { database, clock, vault } = house
  const read = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as('staff', actor.scope, work)
  const write = <T>(actor: Actor, verb: (work: PeopleWork) => Promise<T>) =>
    read(actor, (tx) => verb({ tx, vault, actor, at: clock.now() }))
  const create = <T>(actor: Actor, idempotency: Idempotency, verb: (work: PeopleWork) => Promise<T>) =>
    write(actor, (work) => once(work.tx, actorKey(actor), idempotency, work.at, () => verb(work)))

  handle(app, contract.searchPeople, ({ actor, query: { phone, q, limit } }) =>
    read(actor, async (tx) => {
      if (phone !== undefined) return { people: await findByPhone(tx, vault, phone) }
      return { people: q === undefined ? [] : await findPeople(tx, vault, q, limit) }
    }),
  )
  handle(app, contract.showPerson, ({ actor, params: { id } }) =>
    write(actor, async ({ tx, at }) => {
      const person = await getPerson(tx, vault, id)
      await lookedAt(tx, actor, { subject: 'person', subjectId: id, what: 'open' }, at)
      return person
    }),
  )
  handle(app, contract.createPerson, ({ actor, body, idempotency }) =>
    create(actor, idempotency, (work) => registerPerson(work, body)),
  )
  handle(app, contract.amendPerson, ({ actor, params, body, seenVersion }) =>
    write(actor, (work) => changePerson(work, params.id, seenVersion, body)),
  )
  handle(app, contract.addPhone, ({ actor, params, body, idempotency }) =>
    create(actor, idempotency, async (work) => {
      await getPerson(work.tx, vault, params.id)
      return { id: await linkPhone(work, params.id, body) }
    }),
  )
  handle(app, contract.removePhone, ({ actor, params }) =>
    write(actor, async (work) => {
      await unlinkPhone(work, params.id, params.phone)
      return { id: params.phone }
    }),
  )
  handle(app, contract.createUnmasking, ({ actor, params, body, reply }) => {
    reply.header('cache-control', 'no-store')
    return write(actor, async (work) => ({ value: await unmask(work, { person: params.id, ...body }) }))
  })
  handle(app, contract.createHousehold, ({ actor, body, idempotency }) =>
    create(actor, idempotency, (work) => foundHousehold(work, body)),
  )
  handle(app, contract.listLooks, ({ actor, query: { subject, id, limit } }) =>
    read(actor, async (tx) => {
      const looks = await looksAt(tx, subject, id, limit)
      return { looks: looks.map((look) => ({ ...look, at: look.at.toISOString() })) }
    }),
  )
  const doors = {
    template: contract.readPeopleSheet,
    preview: contract.previewPeopleImport,
    create: contract.createPeopleImport,
  }
  addImportRoutes<Actor, PeopleKey>(app, doors, {
    database,
    columns: peopleColumns,
    now: () => clock.now(),
    limits: async (tx) => ({
      bytes: await amountAt(tx, 'file.size', dateOf(clock.now())),
      rows: await amountAt(tx, 'import.rows', dateOf(clock.now())),
    }),
    keyOf: actorKey,
    scopeOf: (actor) => actor.scope,
    take: (tx, actor, rows) => importPeople({ tx, vault, actor, at: clock.now() }, rows),
  })
}
