import { type Actor, actorKey, may, type Purpose } from '#kernel/identity'
import { scopeSettings } from '#platform/database'
import { refuse as refuseAny } from '#platform/errors'
import type { Idempotency } from '#platform/http'
import { type CaseType, getCaseType, type VerbDeclaration } from './case-type.ts'
import { decide } from './decide.ts'
import { type Engine, type Run, runAs, scopeOf } from './engine.ts'
import { checkInput } from './input.ts'
import { numberOf } from './number.ts'
import { refuse } from './refusals.ts'
import { type Snapshot, thingOf } from './snapshot.ts'
import { offeredUnits } from './units-offered.ts'

export interface Written {
  readonly id: number
  readonly number: string
  readonly version: number
  readonly state: string
}

export interface Verb {
  readonly caseId: number
  readonly name: string
  readonly input: Record<string, unknown>
  /** The version the actor saw; absent for the house itself, which takes what it finds. */
  readonly seenVersion?: number
  readonly purpose?: Purpose
  readonly idempotency?: Idempotency
}

/** The case as this actor may see it. @throws not-found */
export async function getSnapshot(run: Run, actor: Actor, id: number): Promise<Snapshot> {
  const [row] = await run<{ snapshot: Snapshot | null }>('read_case', 'select read_case($1, $2) as snapshot', [
    scopeOf(actor),
    id,
  ])
  if (!row?.snapshot) throw refuse('case.not-found')
  return row.snapshot
}

/**
 * Does one verb to one case: permission, lifecycle and input are checked, then everything is written by one statement.
 * The version must still be the one the actor saw; the evidence names the post the actor acted under.
 */
export async function act(engine: Engine, actor: Actor, verb: Verb, run: Run = runAs(engine, actor)): Promise<Written> {
  const snapshot = await getSnapshot(run, actor, verb.caseId)
  const type = getCaseType(snapshot.case.type)
  const declared = type.verbs[verb.name]
  if (!declared) throw refuseAny('not-found')
  if (verb.seenVersion !== undefined && verb.seenVersion < snapshot.case.settled_version)
    throw refuseAny('changed-meanwhile')
  const post = permit(actor, type, declared, snapshot, verb)
  const input = checkInput(declared.needs, verb.input)
  await checkUnit(engine, actor, declared, snapshot, input)
  const keeper = await engine.timekeepers.of(actor.district)
  const change = decide({ type, snapshot, name: verb.name, input, actor, post, keeper, now: engine.clock.now() })
  return await write(run, actor, {
    ...change,
    ...(verb.idempotency && { idempotency: { actor: actorKey(actor), ...verb.idempotency } }),
  })
}

/** Writes what was decided, by one statement under the actor's own policies. */
export async function write(run: Run, actor: Actor, change: Record<string, unknown>): Promise<Written> {
  const [row] = await run<{ answer: Omit<Written, 'number'> }>('write_case', 'select write_case($1) as answer', [
    JSON.stringify({ scope: scopeSettings(actor.scope), ...change }),
  ])
  const answer = row!.answer
  return { ...answer, number: numberOf(answer.id) }
}

function permit(actor: Actor, type: CaseType, declared: VerbDeclaration, snapshot: Snapshot, verb: Verb) {
  const permission = may(actor, declared.who, thingOf(snapshot), verb.purpose)
  if ('refused' in permission) throw refusalOf(permission.refused, declared, actor)
  const { state } = snapshot.case
  if (!declared.from.includes(state)) {
    const names = { state: type.states[state]?.label, verb: declared.label }
    throw refuse('case.not-now', inLanguage(names, actor))
  }
  const reason = declared.unless?.(snapshot, actor.id)
  if (reason) throw refuse('case.unless', { zh: reason.zh, en: reason.en ?? reason.zh })
  return permission.post
}

function refusalOf(why: 'district' | 'barred' | 'sealed' | 'role', declared: VerbDeclaration, actor: Actor) {
  if (why === 'district') return refuse('case.not-found')
  if (why === 'barred') return refuse('case.barred')
  if (why === 'sealed') return refuse('case.sealed')
  return refuse('case.not-yours', inLanguage({ verb: declared.label }, actor))
}

const inLanguage = (names: Record<string, { zh: string; en?: string } | undefined>, actor: Actor) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, name?.[actor.language] ?? name?.zh ?? '']))

async function checkUnit(
  engine: Engine,
  actor: Actor,
  declared: VerbDeclaration,
  snapshot: Snapshot,
  input: Record<string, unknown>,
) {
  if (declared.units === undefined || input.unit === undefined) return
  const offered = await offeredUnits(engine, actor, declared, snapshot)
  if (!offered.some((unit) => unit.id === input.unit)) throw refuse('case.unit-not-offered')
}
