import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Actor, Name } from '#kernel/identity'
import { route } from '#platform/contract'
import type { Tx } from '#platform/database'
import { handle } from '#platform/http'
import { act } from './act.ts'
import { findCaseData } from './case-data.ts'
import { caseTypes, type VerbDeclaration } from './case-type.ts'
import { caseView } from './case-view.ts'
import {
  CaseParams,
  type CaseView,
  countTasks,
  findCases,
  listSubjects,
  listTasks,
  type RequesterView,
  readCase,
  type Subject,
  Written,
} from './contract.ts'
import type { Engine } from './engine.ts'
import { findWork } from './find.ts'
import { refuse } from './refusals.ts'
import { countWork, listWork } from './tasks.ts'
import { unitRefs } from './unit-refs.ts'

/** What the engine's routes need from parts it does not know. */
export interface CaseRoutes extends Engine {
  readonly channels: Readonly<Record<string, Name>>
  readonly peopleOnPhone: (tx: Tx, phone: string) => Promise<number[]>
  readonly requester: (tx: Tx, person: number) => Promise<RequesterView | null>
  readonly look: (tx: Tx, actor: Actor, caseId: number, purpose: string | undefined) => Promise<void>
}

/** Adds the routes of the work lists, of one case, and one route for every verb of every case type. */
export function addCaseRoutes(app: FastifyInstance, house: CaseRoutes): void {
  handle(app, readCase, ({ actor, params, query }) => readOne(house, actor, params.id, query.purpose))
  handle(app, listTasks, ({ actor, query }) => listWork(house, actor, query))
  handle(app, countTasks, ({ actor }) => countWork(house, actor))
  handle(app, findCases, ({ actor, query }) => findWork(house, actor, query, house.peopleOnPhone))
  handle(app, listSubjects, ({ actor }) => subjects(house, actor?.district ?? 1))
  for (const [resource, verbs] of verbsByResource()) addVerb(app, house, resource, verbs)
}

async function readOne(house: CaseRoutes, actor: Actor, id: number, purpose: string | undefined): Promise<CaseView> {
  const { data, requester } = await house.database.as('staff', actor.scope, async (tx) => {
    const data = await findCaseData(tx, id)
    if (!data) throw refuse('case.not-found')
    if (data.case.sealed && !purpose) throw refuse('case.sealed')
    await house.look(tx, actor, id, purpose)
    const { requester_id } = data.case
    return { data, requester: requester_id === null ? null : await house.requester(tx, requester_id) }
  })
  const [units, keeper] = await Promise.all([unitRefs(house, actor.district), house.timekeepers.of(actor.district)])
  const { channels } = house
  return await caseView(data, { engine: house, actor, units, calendar: keeper.calendar, requester, channels })
}

async function subjects(house: CaseRoutes, district: number): Promise<Subject[]> {
  return await house.database.as('portal', { district }, async (tx) => {
    const { rows } =
      await sql<Subject>`select code, parent, name from subject where district_id = ${district} order by code`.execute(
        tx,
      )
    return rows
  })
}

type Verbs = Map<string, { name: string; declared: VerbDeclaration }>

/** Two case types may use one resource for verbs of their own: the case says which is meant. */
function verbsByResource(): Map<string, Verbs> {
  const resources = new Map<string, Verbs>()
  for (const type of caseTypes()) {
    for (const [name, declared] of Object.entries(type.verbs)) {
      const verbs: Verbs = resources.get(declared.resource) ?? new Map()
      verbs.set(type.name, { name, declared })
      resources.set(declared.resource, verbs)
    }
  }
  return resources
}

function addVerb(app: FastifyInstance, house: CaseRoutes, resource: string, verbs: Verbs): void {
  const [first] = verbs.values()
  const { declared } = first!
  const declaredRoute = route({
    method: 'POST',
    path: `/api/v1/cases/:id/${resource}`,
    guard: 'staff',
    tags: ['verbs'],
    summary: `${declared.label.en ?? ''} · ${declared.label.zh}`,
    description: describe(declared),
    changes: true,
    creates: true,
    params: CaseParams,
    body: verbs.size === 1 ? declared.needs : Type.Record(Type.String(), Type.Unknown()),
    response: Written,
  })
  handle(app, declaredRoute, async ({ actor, params, body, seenVersion, idempotency, raw }) => {
    const name = verbs.size === 1 ? first!.name : await verbOf(house, actor, params.id, verbs)
    const purpose = raw.headers['x-purpose']
    const input = (body ?? {}) as Record<string, unknown>
    return await act(house, actor, {
      caseId: params.id,
      name,
      input,
      seenVersion,
      idempotency,
      ...(typeof purpose === 'string' && { purpose: { words: decodeURIComponent(purpose) } }),
    })
  })
}

async function verbOf(house: CaseRoutes, actor: Actor, id: number, verbs: Verbs): Promise<string> {
  const type = await house.database.as('staff', actor.scope, async (tx) => {
    const { rows } = await sql<{ type: string }>`select type from cases where id = ${id}`.execute(tx)
    return rows[0]?.type
  })
  const found = verbs.get(type ?? '')
  if (!found) throw refuse('case.not-found')
  return found.name
}

const describe = (declared: VerbDeclaration) =>
  [
    `From: ${declared.from.join(', ')}. To: ${declared.to ?? 'the same state'}.`,
    `Who: ${declared.who.map((grant) => `${grant.roles.join('/')} at ${grant.at}`).join('; ')}.`,
    `Mended by: ${declared.mend}.`,
  ].join(' ')
