import type { Post } from '#kernel/identity'
import { type CaseType, phaseNumber, type VerbDeclaration } from './case-type.ts'
import { clockChanges } from './clocks.ts'
import { Plan } from './plan.ts'
import { publicationColumns } from './publication.ts'
import type { Snapshot } from './snapshot.ts'
import type { Timekeeper } from './timekeeper.ts'

/** What is written for one verb: the document of write_case(). */
export type Change = Record<string, unknown> & { readonly case: Record<string, unknown> }

export interface Decision {
  readonly type: CaseType
  readonly snapshot: Snapshot
  readonly name: string
  readonly input: Record<string, unknown>
  readonly actor: { readonly kind: 'staff' | 'resident' | 'system'; readonly id: number | null }
  readonly post: Post | null
  readonly keeper: Timekeeper
  readonly now: Date
}

/** Turns a permitted verb into what is written. Pure: same snapshot, input and time give the same change. */
export function decide(decision: Decision): Change {
  const { type, snapshot, name, input, actor, post } = decision
  const declared = type.verbs[name] as VerbDeclaration
  const plan = new Plan(snapshot, post, actor.id)
  declaredMoves(plan, declared, type, snapshot)
  declared.effect?.(plan, input, snapshot)
  return changeOf(plan, decision)
}

function declaredMoves(plan: Plan, declared: VerbDeclaration, type: CaseType, snapshot: Snapshot): void {
  if (declared.to && declared.to !== snapshot.case.state) {
    const phase = type.states[declared.to]?.phase ?? 'open'
    plan.set({ state: declared.to, phase: phaseNumber[phase] })
  }
  for (const clock of declared.meets ?? []) plan.move('meet', clock)
  for (const clock of declared.misses ?? []) plan.move('miss', clock)
  for (const clock of declared.cancels ?? []) plan.move('cancel', clock)
  for (const clock of declared.pauses ?? []) plan.move('pause', clock)
  for (const clock of declared.resumes ?? []) plan.move('resume', clock)
}

function changeOf(plan: Plan, { type, snapshot, name, actor, post, keeper, now }: Decision): Change {
  const declared = type.verbs[name] as VerbDeclaration
  if (plan.columns.phase === 2) plan.set({ closed_at: now.toISOString() })
  else if (plan.columns.phase !== undefined && snapshot.case.phase === 2) plan.set({ closed_at: null })
  if (plan.columns.phase === 2) settle(plan, snapshot)
  const owner = plan.columns.lead_unit ?? snapshot.case.lead_unit ?? snapshot.case.intake_unit
  for (const clock of declared.starts ?? []) plan.start(clock, owner)
  const urgency = plan.columns.urgency ?? snapshot.case.urgency
  const clocks = clockChanges(plan.clocks, { type, snapshot, urgency, keeper, now })
  return {
    at: now.toISOString(),
    case: { ...plan.columns, id: snapshot.case.id, version: snapshot.case.version },
    parties: plan.joins,
    endParties: plan.leaves,
    tasks: endedNow(plan, now),
    ...clocks,
    texts: plan.texts,
    ...(plan.files.length > 0 && { files: plan.files }),
    ...(plan.extension && { extension: { ...plan.extension, asked_by: actor.id } }),
    ...(plan.decision && { decision: { ...plan.decision, decided_by: actor.id } }),
    ...(plan.publication && { publication: publicationColumns(plan.publication, snapshot, actor.id, now) }),
    event: {
      verb: name,
      actor_kind: actor.kind,
      actor_id: actor.id,
      unit_id: post?.unit ?? null,
      role: post?.role ?? null,
      data: { ...plan.data, set: lifecycleColumns(plan.columns) },
    },
  }
}

/** Nobody owes anything in a closed case: clocks that the verb did not name are cancelled. */
function settle(plan: Plan, snapshot: Snapshot): void {
  const named = new Set(plan.clocks.map((move) => move.name))
  const left = snapshot.clocks.filter((clock) => clock.state === 'running' || clock.state === 'paused')
  for (const name of new Set(left.map((clock) => clock.name))) if (!named.has(name)) plan.move('cancel', name)
}

const lifecycle = [
  'state',
  'phase',
  'lead_unit',
  'urgency',
  'closed_at',
  'outcome',
  'satisfaction',
  'solved',
  'sealed',
  'kind',
  'subject',
]

/** The columns that the fold over events must give again. */
function lifecycleColumns(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => lifecycle.includes(name)))
}

function endedNow(plan: Plan, now: Date): Record<string, unknown>[] {
  return plan.tasks.map((task) => (task.phase === 2 ? { ...task, ended_at: now.toISOString() } : task))
}
