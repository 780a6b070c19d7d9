import { sql } from 'kysely'
import { systemActor } from '#kernel/identity'
import type { Tx } from '#platform/database'
import type { Effect, Timer } from '#platform/timers'
import { act, getSnapshot, write } from './act.ts'
import { getCaseType } from './case-type.ts'
import { type Engine, runIn } from './engine.ts'
import type { ClockRow, Snapshot } from './snapshot.ts'

/** What clocks do when their time comes, each inside the timer's transaction. */
export function clockEffects(engine: Engine): Record<string, Effect> {
  return {
    'clock.remind': async (tx, timer) => {
      const found = await running(tx, timer)
      if (found) await remind(tx, found, Number(timer.data.fraction))
    },
    'clock.overdue': async (tx, timer) => {
      const found = await running(tx, timer)
      if (found) await overdue(engine, tx, found)
    },
  }
}

interface Found {
  readonly snapshot: Snapshot
  readonly clock: ClockRow
  readonly at: Date
}

/** The clock of a timer, if it still runs: a timer left over from before a pause does nothing. */
async function running(tx: Tx, timer: Timer): Promise<Found | null> {
  const district = await districtOf(tx)
  const snapshot = await getSnapshot(runIn(tx), systemActor(district), timer.caseId ?? 0)
  const clock = snapshot.clocks.find((row) => row.id === timer.clockId && row.state === 'running')
  return clock ? { snapshot, clock, at: timer.fireAt } : null
}

async function districtOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ district: number }>`select app_district() as district`.execute(tx)
  return rows[0]!.district
}

/** @rule H12 remind at the fractions that the rule sets */
async function remind(tx: Tx, { snapshot, clock, at }: Found, fraction: number): Promise<void> {
  await writeEvent(tx, snapshot, at, 'remind', { clock: clock.name, unit: clock.unit_id, fraction })
}

/** Marks the clock overdue, does what the type says, and tells the unit one level up. */
async function overdue(engine: Engine, tx: Tx, found: Found): Promise<void> {
  const { snapshot, clock, at } = found
  const type = getCaseType(snapshot.case.type)
  const parent = await parentOf(tx, clock.unit_id, at)
  await writeEvent(
    tx,
    snapshot,
    at,
    'overdue',
    { clock: clock.name, unit: clock.unit_id, above: parent },
    {
      clocks: [{ ...clock, overdue_at: at.toISOString() }],
      ...(parent !== null && escalation(snapshot, parent)),
    },
  )
  const consequence = type.clocks[clock.name]?.whenMissed
  const state = snapshot.case.state
  if (consequence && type.verbs[consequence]?.from.includes(state)) {
    const actor = systemActor(snapshot.case.district_id)
    await act(engine, actor, { caseId: snapshot.case.id, name: consequence, input: {} }, runIn(tx))
  }
}

/** The unit above gets a task of its own, once. */
function escalation(snapshot: Snapshot, parent: number): Record<string, unknown> {
  const known = snapshot.tasks.some((task) => task.kind === 'supervise' && task.unit_id === parent && task.phase < 2)
  const holder = { parties: [{ unit_id: parent, role: 'holder' }] }
  const isParty = snapshot.parties.some((party) => party.unit_id === parent && party.until === null)
  return { ...(isParty ? {} : holder), ...(known ? {} : { tasks: [{ kind: 'supervise', unit_id: parent }] }) }
}

async function parentOf(tx: Tx, unit: number, at: Date): Promise<number | null> {
  const { rows } = await sql<{ parent: number | null }>`
    select (unit_ancestors(${unit}, (${at}::timestamptz at time zone d.time_zone)::date))[1] as parent
    from district d where d.id = app_district()`.execute(tx)
  return rows[0]?.parent ?? null
}

async function writeEvent(
  tx: Tx,
  snapshot: Snapshot,
  at: Date,
  verb: string,
  data: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { id, version, district_id } = snapshot.case
  await write(runIn(tx), systemActor(district_id), {
    at: at.toISOString(),
    case: { id, version },
    parties: [],
    endParties: [],
    tasks: [],
    clocks: [],
    timers: [],
    texts: [],
    quiet: true,
    ...more,
    event: { verb, actor_kind: 'system', data },
  })
}
