import type { Static, TObject } from 'typebox'
import type { Grant, Name } from '#kernel/identity'
import type { Plan } from './plan.ts'
import type { CaseRowData, Snapshot } from './snapshot.ts'

export type PhaseName = 'open' | 'waiting' | 'closed'
export const phaseNumber: Record<PhaseName, 0 | 1 | 2> = { open: 0, waiting: 1, closed: 2 }

export interface StateDeclaration {
  readonly label: Name
  readonly phase: PhaseName
}

/** A limit that someone owes. Its amount is a dated setting; nothing here is a number. */
export interface ClockDeclaration {
  readonly label: Name
  /** The setting that holds the limit, chosen by the case (its urgency, its profile …). */
  readonly rule: (facts: CaseFacts) => string
  /** The task whose due time it is. */
  readonly task?: string
  /** The verb the house does when the limit has passed; without one the unit above is told. */
  readonly whenMissed?: string
  /** The requester was told this time: it is never shortened. */
  readonly promised?: boolean
}

/** What a rule may look at. */
export interface CaseFacts {
  readonly urgency: number
  readonly kind: string
  readonly profile: string
}

/** One row of the lifecycle table: from, verb, to, who may, what it needs, and which clocks it moves. */
export interface VerbDeclaration<N extends TObject = TObject> {
  readonly label: Name
  readonly hint?: Name
  /** The new resource that the verb creates: POST /cases/:id/<resource>. */
  readonly resource: string
  /** One letter for the keyboard. */
  readonly key?: string
  readonly tone?: 'main' | 'plain' | 'mend' | 'danger'
  readonly from: readonly string[]
  /** The state it leads to; absent when it leaves the state alone. */
  readonly to?: string
  readonly who: readonly Grant[]
  /** Expected by people of these grants; when it is missing for them, the reason is said. */
  readonly needs: N
  readonly starts?: readonly string[]
  readonly meets?: readonly string[]
  /** Clocks that end unmet, at whatever instant: what the house does in somebody's stead. */
  readonly misses?: readonly string[]
  readonly cancels?: readonly string[]
  readonly pauses?: readonly string[]
  readonly resumes?: readonly string[]
  /** The verb that mends it, or 'final'. */
  readonly mend: string
  /** Why it can't be done now although state and role allow it, in words; null when it can. */
  readonly unless?: (snapshot: Snapshot, actorId: number | null) => Name | null
  /** Which units may be chosen where the verb asks for one. */
  readonly units?: 'below' | 'all' | 'parties'
  readonly effect?: (plan: Plan, input: Static<N>, snapshot: Snapshot) => void
}

/** Keeps the input type of each verb while the table is written. */
export const verb = <N extends TObject>(declared: VerbDeclaration<N>): VerbDeclaration =>
  declared as unknown as VerbDeclaration

/** A case type is a declaration; the engine does the rest. */
export interface CaseType {
  readonly name: string
  readonly version: number
  readonly label: Name
  readonly kinds: Readonly<Record<string, Name>>
  readonly fields: TObject
  readonly states: Readonly<Record<string, StateDeclaration>>
  readonly tasks: Readonly<Record<string, Name>>
  readonly clocks: Readonly<Record<string, ClockDeclaration>>
  /** Where a new case begins, and what that starts. */
  readonly opening: {
    readonly state: string
    readonly starts: readonly string[]
    readonly task: string
    readonly who: readonly Grant[]
    readonly label: Name
  }
  readonly verbs: Readonly<Record<string, VerbDeclaration>>
  /** What the public may read of a closed case; absent: nothing is published. */
  readonly publishes?: (row: CaseRowData) => boolean
  /** The setting that says how long the case is kept before its personal text is erased. */
  readonly keeps: string
}

const types = new Map<string, CaseType>()

/** Enters a case type in the engine; refuses a lifecycle that has holes. @throws Error naming the hole */
export function defineCaseType(type: CaseType): CaseType {
  const hole = findHole(type)
  if (hole) throw new Error(`case type ${type.name}: ${hole}`)
  types.set(type.name, type)
  return type
}

export function getCaseType(name: string): CaseType {
  const type = types.get(name)
  if (!type) throw new Error(`no case type is named ${name}`)
  return type
}

export const caseTypes = (): CaseType[] => [...types.values()]

/** What is missing from a declaration: an unknown state, a clock that is no clock, a mending verb that is none. */
export function findHole(type: CaseType): string | null {
  if (!type.states[type.opening.state]) return `opens in the unknown state ${type.opening.state}`
  for (const [name, declared] of Object.entries(type.verbs)) {
    const states = declared.to ? [...declared.from, declared.to] : declared.from
    const unknown = states.find((state) => !type.states[state])
    if (unknown) return `${name} names the unknown state ${unknown}`
    const clocks = [
      declared.starts,
      declared.meets,
      declared.misses,
      declared.cancels,
      declared.pauses,
      declared.resumes,
    ].flatMap((c) => c ?? [])
    const noClock = clocks.find((clock) => !type.clocks[clock])
    if (noClock) return `${name} names the unknown clock ${noClock}`
    if (declared.mend !== 'final' && !type.verbs[declared.mend])
      return `${name} is mended by the unknown verb ${declared.mend}`
  }
  const stuck = Object.entries(type.states).find(([state, { phase }]) => phase !== 'closed' && !leaves(type, state))
  return stuck ? `nothing leads out of ${stuck[0]}` : null
}

const leaves = (type: CaseType, state: string) =>
  Object.values(type.verbs).some((declared) => declared.from.includes(state) && declared.to && declared.to !== state)
