import type { Post } from '#kernel/identity'
import type { PublicationMove } from './publication.ts'
import type { CaseRowData, Snapshot } from './snapshot.ts'

export type CaseColumns = Partial<Omit<CaseRowData, 'id' | 'version' | 'seen_by'>> & Record<string, unknown>

export interface ClockMove {
  readonly do: 'start' | 'meet' | 'miss' | 'cancel' | 'pause' | 'resume' | 'extend' | 'hand' | 'reopen'
  readonly name: string
  /** Whose clock: the one it starts for, or only this unit's. */
  readonly unit?: number
  readonly amount?: number
  /** The unit a clock is handed to. */
  readonly to?: number
}

export interface NewText {
  readonly kind: string
  readonly body: string
  readonly visible_to?: 'staff' | 'requester'
}

/** The words in which a verb says what it does. The engine turns the plan into one statement. */
export class Plan {
  readonly post: Post | null
  readonly actorId: number | null
  readonly columns: CaseColumns = {}
  readonly joins: { unit_id: number; role: string }[] = []
  readonly leaves: { unit_id: number; role: string }[] = []
  readonly tasks: Record<string, unknown>[] = []
  readonly clocks: ClockMove[] = []
  readonly texts: NewText[] = []
  readonly files: number[] = []
  readonly data: Record<string, unknown> = {}
  extension?: { clock_id: number; amount: number; unit: string }
  decision?: { seq: number; decision: 'approved' | 'refused' }
  publication?: PublicationMove
  readonly #snapshot: Snapshot

  constructor(snapshot: Snapshot, post: Post | null, actorId: number | null) {
    this.#snapshot = snapshot
    this.post = post
    this.actorId = actorId
  }

  set(columns: CaseColumns): this {
    Object.assign(this.columns, columns)
    return this
  }

  /** Makes a unit the one that must act; the unit that passes it on keeps holding it. */
  lead(unit: number): this {
    const before = this.#snapshot.case.lead_unit
    if (before !== null && before !== unit) {
      this.leave(before, 'lead')
      if (this.post?.unit === before) this.join(before, 'holder')
    }
    this.set({ lead_unit: unit })
    this.data.lead = unit
    return this.join(unit, 'lead')
  }

  join(unit: number, role: string): this {
    if (!this.#current(unit, role)) this.joins.push({ unit_id: unit, role })
    return this
  }

  leave(unit: number, role: string): this {
    if (this.#current(unit, role)) this.leaves.push({ unit_id: unit, role })
    return this
  }

  task(kind: string, unit: number, assignee?: number): this {
    this.tasks.push({ kind, unit_id: unit, assignee_id: assignee ?? null })
    return this
  }

  /** Ends open tasks of a kind (of one unit, when named). */
  end(kind: string, unit?: number): this {
    for (const task of this.#openTasks(kind, unit)) this.tasks.push({ id: task.id, phase: 2 })
    return this
  }

  endAll(): this {
    for (const task of this.#openTasks()) this.tasks.push({ id: task.id, phase: 2 })
    return this
  }

  /** Lets a task wait for others, or wakes it. */
  wait(kind: string, waiting: boolean, unit?: number): this {
    for (const task of this.#openTasks(kind, unit)) this.tasks.push({ id: task.id, phase: waiting ? 1 : 0 })
    return this
  }

  assign(kind: string, assignee: number | null): this {
    for (const task of this.#openTasks(kind, this.post?.unit)) this.tasks.push({ id: task.id, assignee_id: assignee })
    return this
  }

  start(clock: string, unit: number): this {
    this.clocks.push({ do: 'start', name: clock, unit })
    return this
  }

  /** Moves every running clock of a name: met, cancelled, paused, resumed, extended, handed to another unit, or reopened. */
  move(
    what: Exclude<ClockMove['do'], 'start'>,
    clock: string,
    detail: { unit?: number; amount?: number; to?: number } = {},
  ): this {
    this.clocks.push({ do: what, name: clock, ...detail })
    return this
  }

  /** Keeps words beside the event; empty ones are not kept. */
  write(kind: string, body: string | undefined, visibleTo: 'staff' | 'requester' = 'staff'): this {
    if (body?.trim()) this.texts.push({ kind, body: body.trim(), visible_to: visibleTo })
    return this
  }

  attach(files: readonly number[] | undefined): this {
    this.files.push(...(files ?? []))
    return this
  }

  /** What the evidence keeps besides: ids and plain values, no personal text. */
  keep(data: Record<string, unknown>): this {
    Object.assign(this.data, data)
    return this
  }

  #current(unit: number, role: string): boolean {
    return this.#snapshot.parties.some((party) => party.unit_id === unit && party.role === role && party.until === null)
  }

  #openTasks(kind?: string, unit?: number) {
    return this.#snapshot.tasks.filter(
      (task) =>
        task.phase < 2 && (kind === undefined || task.kind === kind) && (unit === undefined || task.unit_id === unit),
    )
  }
}
