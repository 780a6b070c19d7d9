import { sql } from 'kysely'
import { type ClockMove, type ClockMover, clockColumns, loadCalendars } from '#kernel/calendar'
import { type Actor, systemActor } from '#kernel/identity'
import { rulesAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import { write } from './act.ts'
import { type ClockChanges, schedule } from './clocks.ts'
import { runIn } from './engine.ts'
import type { ClockRow, Snapshot } from './snapshot.ts'
import { type Timekeeper, timekeeper } from './timekeeper.ts'

/**
 * Moves clocks of cases by a changed calendar: each clock's row, its timers, and a quiet event that says from when to when.
 * A clock that a person has moved or stopped since it was counted is left as it is; loading the notice again finds it.
 * Run it as the worker. @rule T7
 */
export const clockMover: ClockMover = { move }

async function move(tx: Tx, actor: Actor, moves: readonly ClockMove[], at: Date): Promise<void> {
  const cases = Map.groupBy(moves, ({ caseId }) => caseId)
  const keeper = await keeperIn(tx, at)
  for (const snapshot of await lockedSnapshots(tx, [...cases.keys()])) {
    let { version } = snapshot.case
    for (const each of cases.get(snapshot.case.id) ?? []) {
      const row = snapshot.clocks.find((clock) => clock.id === each.clockId && stillAsCounted(clock, each))
      if (row) version = await moveOne(tx, actor, { snapshot, version, row, move: each, keeper, at })
    }
  }
}

/** The rules, and the working time as this transaction has just changed it. */
async function keeperIn(tx: Tx, at: Date): Promise<Timekeeper> {
  const rules = await rulesAt(tx, '', dateOf(at))
  return timekeeper(new Map(rules.map((rule) => [rule.key, rule])), await loadCalendars(tx))
}

/** Nobody changes these cases until the transaction ends; in the order of their ids, as everyone who locks several does. */
async function lockedSnapshots(tx: Tx, ids: readonly number[]): Promise<Snapshot[]> {
  await sql`select id from cases where district_id = app_district() and id = any (${ids}) order by id for update`.execute(
    tx,
  )
  const { rows } = await sql<{ snapshot: Snapshot }>`
    select case_snapshot(id) as snapshot from unnest(${ids}::bigint[]) id order by id`.execute(tx)
  return rows.flatMap(({ snapshot }) => (snapshot ? [snapshot] : []))
}

const stillAsCounted = (clock: ClockRow, { from }: ClockMove) =>
  clock.state === 'running' && Date.parse(clock.due_at) === from.getTime()

interface OneMove {
  readonly snapshot: Snapshot
  readonly version: number
  readonly row: ClockRow
  readonly move: ClockMove
  readonly keeper: Timekeeper
  readonly at: Date
}

async function moveOne(tx: Tx, actor: Actor, { snapshot, version, row, move, keeper, at }: OneMove): Promise<number> {
  const { id } = snapshot.case
  const ahead = move.to > at
  const timers: ClockChanges['timers'] = []
  // What is overdue and stays so was told already.
  if (ahead || row.overdue_at === null) schedule({ timers }, row.id, move.clock, row.calendar_unit, { keeper, now: at })
  const overdue = ahead ? { overdue_at: null } : {}
  const written = await write(runIn(tx), systemActor(actor.district), {
    at: at.toISOString(),
    case: { id, version },
    parties: [],
    endParties: [],
    tasks: [],
    clocks: [{ ...row, ...clockColumns(move.clock), ...overdue }],
    timers,
    dropTimers: [row.id],
    texts: [],
    quiet: true,
    event: eventOf(actor, row, move),
  })
  return written.version
}

function eventOf(actor: Actor, row: ClockRow, { change, from, to }: ClockMove): Record<string, unknown> {
  const post = actor.posts.find(({ role }) => role === 'systemAdministrator')
  return {
    verb: 'moveClock',
    actor_kind: actor.kind,
    actor_id: actor.id,
    unit_id: post?.unit ?? null,
    role: post?.role ?? null,
    data: { clock: row.name, unit: row.unit_id, change, from: from.toISOString(), to: to.toISOString() },
  }
}
