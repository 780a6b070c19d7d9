import { remaining, remainingWords } from '#kernel/calendar'
import type { Actor } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import type { QueryOf, ResponseOf } from '#platform/contract'
import { getCaseType } from './case-type.ts'
import { limitClockOf } from './clocks.ts'
import type { countTasks, listTasks, TaskRow, UnitRef } from './contract.ts'
import { type Engine, runAs, scopeOf } from './engine.ts'
import { numberOf } from './number.ts'
import type { Timekeeper } from './timekeeper.ts'
import { unitRefs } from './unit-refs.ts'
import { unitsToday } from './units-offered.ts'

interface Row {
  readonly id: number
  readonly kind: string
  readonly unit_id: number
  readonly assignee_id: number | null
  readonly phase: number
  readonly due_at: string | null
  readonly clock: Parameters<typeof limitClockOf>[0] | null
  readonly urgency: number
  readonly case_id: number
  readonly version: number
  readonly title: string
  readonly case_kind: string
  readonly type: string
  readonly state: string
  readonly community_unit: number | null
  readonly place_text: string | null
  readonly received_at: string
}

/** A page of a work list, what breaks first at the top; `next` leads to the page after it. */
export async function listWork(
  engine: Engine,
  actor: Actor,
  query: QueryOf<typeof listTasks>,
): Promise<ResponseOf<typeof listTasks>> {
  const now = engine.clock.now()
  const limit = query.limit ?? 30
  const [page] = await runAs(engine, actor)<{ rows: Row[] }>('list_tasks', 'select list_tasks($1, $2) as rows', [
    scopeOf(actor),
    JSON.stringify({ ...asked(query, actor, now), units: await unitsAsked(engine, actor, query.queue), limit }),
  ])
  const rows = page!.rows
  const last = rows.at(-1)
  const [keeper, units] = await Promise.all([engine.timekeepers.of(actor.district), unitRefs(engine, actor.district)])
  return {
    rows: rows.map((row) => view(row, { now, keeper, units, language: actor.language })),
    next: rows.length === limit && last ? `${last.due_at ?? ''}~${last.id}` : null,
  }
}

function asked(query: QueryOf<typeof listTasks>, actor: Actor, now: Date) {
  const { after, due, ...rest } = query
  const [afterDue, afterId] = after?.split('~') ?? []
  return {
    queue: 'units',
    waiting: false,
    ...rest,
    staff: actor.id,
    ...(after && { after, afterDue: afterDue || null, afterId }),
    ...(due && { dueBefore: dueBefore(due, now).toISOString() }),
  }
}

/** The units whose tasks are asked for; undefined for a centre's view from above: it stands for the whole district. */
async function unitsAsked(engine: Engine, actor: Actor, queue = 'units'): Promise<number[] | undefined> {
  if (queue !== 'above') return actor.posts.map((post) => post.unit)
  const all = await unitsToday(engine, actor.district)
  const centres = new Set(all.filter(({ kind }) => kind === 'centre').map(({ id }) => id))
  if (actor.posts.some((post) => centres.has(post.unit))) return undefined
  return [...new Set(actor.posts.flatMap((post) => [...post.reach]))]
}

const day = 86_400_000

function dueBefore(due: 'overdue' | 'today' | 'week', now: Date): Date {
  if (due === 'overdue') return now
  const midnight = new Date(`${dateOf(now)}T24:00:00+08:00`)
  return due === 'today' ? midnight : new Date(midnight.getTime() + 6 * day)
}

interface Reading {
  readonly now: Date
  readonly keeper: Timekeeper
  readonly units: (id: number) => UnitRef
  readonly language: Actor['language']
}

function view(row: Row, { now, keeper, units, language }: Reading): TaskRow {
  const type = getCaseType(row.type)
  const due = row.due_at === null ? null : new Date(row.due_at)
  return {
    id: row.id,
    kind: row.kind,
    label: type.tasks[row.kind] ?? { zh: row.kind },
    caseId: row.case_id,
    number: numberOf(row.case_id),
    version: row.version,
    title: row.title,
    caseKind: row.case_kind,
    caseKindLabel: type.kinds[row.case_kind] ?? { zh: row.case_kind },
    stateLabel: type.states[row.state]?.label ?? { zh: row.state },
    urgency: row.urgency,
    community: row.community_unit === null ? null : units(row.community_unit),
    placeText: row.place_text,
    unit: units(row.unit_id),
    assigneeId: row.assignee_id,
    receivedAt: new Date(row.received_at).toISOString(),
    dueAt: due?.toISOString() ?? null,
    overdue: due !== null && due < now,
    remaining:
      row.clock && remainingWords(remaining(limitClockOf(row.clock), now, keeper.calendar(row.unit_id)), language),
    phase: row.phase,
  }
}

/** Open and overdue tasks of each kind in the actor's units; counting stops at 1,000, where the exact number helps nobody. */
export async function countWork(engine: Engine, actor: Actor): Promise<ResponseOf<typeof countTasks>> {
  const [counted] = await runAs(engine, actor)<{ rows: { kind: string; open: number; overdue: number }[] }>(
    'count_tasks',
    'select count_tasks($1, $2, $3) as rows',
    [scopeOf(actor), actor.posts.map((post) => post.unit), engine.clock.now()],
  )
  return counted!.rows.map((row) => ({ ...row, label: taskLabel(row.kind) }))
}

const taskLabel = (kind: string) => getCaseType('request').tasks[kind] ?? { zh: kind }
