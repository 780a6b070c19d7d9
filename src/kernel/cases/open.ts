import { type Actor, actorKey, allowed, may, type Post } from '#kernel/identity'
import { tokensOf } from '#kernel/search'
import type { Idempotency } from '#platform/http'
import { type Written, write } from './act.ts'
import { type CaseType, phaseNumber } from './case-type.ts'
import { clockChanges } from './clocks.ts'
import { type Engine, type Run, runAs } from './engine.ts'
import type { NewText } from './plan.ts'
import { refuse } from './refusals.ts'
import type { CaseRowData, Snapshot } from './snapshot.ts'

export interface Opening {
  readonly kind: string
  readonly subject?: string
  readonly urgency?: number
  readonly channel: string
  readonly title: string
  readonly text: string
  readonly place?: { readonly id?: number; readonly text: string; readonly community?: number }
  readonly requester?: number
  readonly requesterHidden?: boolean
  readonly onBehalfOf?: string
  readonly answerBy?: string
  readonly sealed?: boolean
  /** Units complained about: they never see the case. */
  readonly complained?: readonly number[]
  readonly fields?: Record<string, unknown>
  readonly files?: readonly number[]
  /** The unit that takes the request in; the actor's post there is the one recorded. */
  readonly intake: number
  /** When it reached the district, if before now (paper forms, letters). */
  readonly receivedAt?: Date
  /** The keyed digest of the receipt code. */
  readonly receipt?: string
  readonly texts?: readonly NewText[]
  /** Filed by the requester; the house only writes it down. */
  readonly byResident?: boolean
}

/** Opens a case: one statement, one event, its first task and its first clocks. */
export async function open(
  engine: Engine,
  actor: Actor,
  type: CaseType,
  opening: Opening,
  { idempotency, run = runAs(engine, actor) }: { idempotency?: Idempotency; run?: Run } = {},
): Promise<Written> {
  const post = permitOpening(actor, type, opening)
  const now = engine.clock.now()
  const keeper = await engine.timekeepers.of(actor.district)
  const columns = columnsOf(type, opening, now)
  const urgency = opening.urgency ?? 0
  const moves = type.opening.starts.map((name) => ({ do: 'start' as const, name, unit: opening.intake }))
  const clocks = clockChanges(moves, { type, snapshot: { case: columns } as Snapshot, urgency, keeper, now })
  const due = clocks.clocks.map((clock) => String(clock.due_at)).sort()[0] ?? null
  return await write(run, actor, {
    at: now.toISOString(),
    case: { ...columns, due_at: due },
    parties: [
      { unit_id: opening.intake, role: 'intake' },
      ...(opening.complained ?? []).map((unit) => ({ unit_id: unit, role: 'complained' })),
    ],
    tasks: [{ kind: type.opening.task, unit_id: opening.intake, due_at: due }],
    ...clocks,
    texts: [{ kind: 'request', body: opening.text, visible_to: 'requester' }, ...(opening.texts ?? [])],
    event: eventOf(actor, post, opening, columns),
    tokens: tokensOf(`${opening.title} ${opening.text} ${opening.place?.text ?? ''}`),
    ...(opening.files?.length && { files: opening.files }),
    ...(opening.receipt && { receipt: opening.receipt }),
    ...(idempotency && { idempotency: { actor: actorKey(actor), ...idempotency } }),
  })
}

function permitOpening(actor: Actor, type: CaseType, opening: Opening): Post | null {
  const thing = {
    district: actor.district,
    parties: [{ unit: opening.intake, role: 'intake' }],
    seenBy: new Set([opening.intake]),
    barred: new Set<number>(),
    sealed: false,
  }
  const permission = may(actor, type.opening.who, thing)
  if (!allowed(permission))
    throw refuse('case.not-yours', { verb: type.opening.label[actor.language] ?? type.opening.label.zh })
  return permission.post
}

function columnsOf(type: CaseType, opening: Opening, now: Date): Partial<CaseRowData> & Pick<CaseRowData, 'kind'> {
  const { state } = type.opening
  return {
    type: type.name,
    type_version: type.version,
    phase: phaseNumber[type.states[state]!.phase],
    state,
    kind: opening.kind,
    subject: opening.subject ?? null,
    urgency: opening.urgency ?? 0,
    channel: opening.channel,
    title: opening.title,
    place_id: opening.place?.id ?? null,
    place_text: opening.place?.text ?? null,
    place_checked: opening.place?.id !== undefined,
    community_unit: opening.place?.community ?? null,
    intake_unit: opening.intake,
    requester_id: opening.requester ?? null,
    requester_hidden: opening.requesterHidden ?? false,
    on_behalf_of: opening.onBehalfOf ?? null,
    answer_by: opening.answerBy ?? null,
    received_at: (opening.receivedAt ?? now).toISOString(),
    recorded_at: now.toISOString(),
    history: false,
    barred: multirange(opening.complained ?? []),
    sealed: opening.sealed ?? false,
    fields: opening.fields ?? {},
  }
}

const multirange = (units: readonly number[]) => `{${units.map((unit) => `[${unit},${unit}]`).join(',')}}`

function eventOf(actor: Actor, post: Post | null, opening: Opening, columns: Partial<CaseRowData>) {
  const { state, phase, urgency, sealed, kind, subject } = columns
  return {
    verb: 'open',
    actor_kind: opening.byResident ? 'resident' : actor.kind,
    actor_id: opening.byResident ? null : actor.id,
    unit_id: post?.unit ?? opening.intake,
    role: post?.role ?? null,
    data: { channel: opening.channel, set: { state, phase, urgency, sealed, kind, subject } },
  }
}
