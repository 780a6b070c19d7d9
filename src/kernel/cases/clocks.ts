import { clockColumns, deadline, extend, instantAt, type LimitClock, pause, resume } from '#kernel/calendar'
import type { CaseType } from './case-type.ts'
import type { ClockMove } from './plan.ts'
import type { ClockRow, Snapshot } from './snapshot.ts'
import type { Timekeeper } from './timekeeper.ts'

/** Rows for write_case(): new clocks without id, changed ones with it; timers name a new clock by -1, -2, … */
export interface ClockChanges {
  readonly clocks: Record<string, unknown>[]
  readonly timers: { clock: number; effect: string; fire_at: string; data?: Record<string, unknown> }[]
  readonly dropTimers: number[]
}

interface Context {
  readonly type: CaseType
  readonly snapshot: Snapshot
  readonly urgency: number
  readonly keeper: Timekeeper
  readonly now: Date
}

/** Works out what the moves of a verb do to the case's clocks, with every deadline and its derivation. */
export function clockChanges(moves: readonly ClockMove[], context: Context): ClockChanges {
  const changes: ClockChanges = { clocks: [], timers: [], dropTimers: [] }
  let opened = 0
  for (const move of moves) {
    if (move.do === 'start') start(changes, move, context, --opened)
    else for (const clock of movable(move, context.snapshot)) change(changes, clock, move, context)
  }
  return changes
}

function movable(move: ClockMove, snapshot: Snapshot): ClockRow[] {
  const states = movableStates[move.do] ?? ['running', 'paused']
  const found = snapshot.clocks.filter(
    (clock) =>
      clock.name === move.name &&
      states.includes(clock.state) &&
      (move.unit === undefined || move.unit === clock.unit_id),
  )
  return move.do === 'reopen' ? found.slice(-1) : found
}

const movableStates: Partial<Record<ClockMove['do'], readonly string[]>> = {
  resume: ['paused'],
  reopen: ['met', 'missed'],
}

function start(changes: ClockChanges, move: ClockMove, context: Context, place: number): void {
  const { type, keeper, now, snapshot, urgency } = context
  const declared = type.clocks[move.name]
  if (!declared || move.unit === undefined) throw new Error(`clock ${move.name} can't be started`)
  const limit = keeper.limit(declared, { urgency, kind: snapshot.case.kind })
  const clock = deadline({ start: now, ...limit, calendar: keeper.calendar(move.unit) })
  changes.clocks.push({
    name: move.name,
    task_kind: declared.task ?? null,
    unit_id: move.unit,
    rule_id: limit.ruleId,
    amount: limit.amount,
    unit: limit.unit,
    calendar_unit: move.unit,
    ends_at: limit.endsAt,
    started_at: now.toISOString(),
    promised_at: declared.promised ? clock.due.toISOString() : null,
    ...clockColumns(clock),
  })
  schedule(changes, place, clock, move.unit, context)
}

function change(changes: ClockChanges, row: ClockRow, move: ClockMove, context: Context): void {
  const { columns, clock } = moved(row, move, context)
  changes.clocks.push({ ...row, ...columns })
  changes.dropTimers.push(row.id)
  if (clock?.state === 'running') schedule(changes, row.id, clock, row.calendar_unit, context)
}

/** What one move does to one clock; `clock` is given where it runs on. */
function moved(
  row: ClockRow,
  move: ClockMove,
  { now, keeper }: Context,
): { columns: Record<string, unknown>; clock?: LimitClock } {
  const calendar = keeper.calendar(row.calendar_unit)
  const running = (clock: LimitClock, columns: Record<string, unknown> = {}) => ({
    columns: { ...clockColumns(clock), ...columns },
    clock,
  })
  switch (move.do) {
    case 'pause':
      return running(pause(row, now, calendar))
    case 'resume':
      return running(resume(row, now, calendar))
    case 'extend':
      return running(extend(row, { amount: move.amount ?? 0, unit: row.unit }, calendar))
    case 'hand':
      return running(limitClockOf(row), { unit_id: move.to })
    case 'reopen':
      return running({ ...limitClockOf(row), state: 'running' }, { stopped_at: null })
    case 'cancel':
      return { columns: { state: 'cancelled', stopped_at: now.toISOString() } }
    case 'miss':
      return { columns: { state: 'missed', stopped_at: now.toISOString() } }
    default:
      return {
        columns: { state: now.getTime() > Date.parse(row.due_at) ? 'missed' : 'met', stopped_at: now.toISOString() },
      }
  }
}

/** A row of the table of clocks as the calendar reckons with it. */
export const limitClockOf = (
  row: Pick<ClockRow, 'due_at' | 'state' | 'provisional' | 'derivation' | 'paused'>,
): LimitClock => ({
  due: new Date(row.due_at),
  state: row.state === 'paused' ? 'paused' : 'running',
  pausedAt: row.paused ? new Date(row.paused.at) : null,
  provisional: row.provisional,
  derivation: row.derivation,
})

/** Reminders at each fraction of the working time, then the moment it is overdue. */
export function schedule(
  changes: Pick<ClockChanges, 'timers'>,
  id: number,
  clock: LimitClock,
  unit: number,
  { keeper, now }: Pick<Context, 'keeper' | 'now'>,
): void {
  const calendar = keeper.calendar(unit)
  for (const fraction of keeper.fractions) {
    const at = instantAt(clock, fraction, calendar)
    if (at && at > now)
      changes.timers.push({ clock: id, effect: 'clock.remind', fire_at: at.toISOString(), data: { fraction } })
  }
  changes.timers.push({ clock: id, effect: 'clock.overdue', fire_at: clock.due.toISOString() })
}
