import { sql } from 'kysely'
import { type CaseHomes, systemActor } from '#kernel/identity'
import type { Tx } from '#platform/database'
import { getSnapshot, write } from './act.ts'
import { runIn } from './engine.ts'
import type { Snapshot } from './snapshot.ts'

/** How open cases follow their units when the district is reorganised; closed ones keep the unit they were closed by. */
export const caseHomes: CaseHomes = { openAt, rehome }

async function openAt(tx: Tx, unit: number, beside?: readonly number[]): Promise<number[]> {
  const others = beside === undefined ? null : [...beside]
  const { rows } = await sql<{ id: number }>`
    select c.id from cases c
    where c.district_id = app_district() and c.phase < 2 and not c.history
      and exists (select from case_party p where p.district_id = c.district_id and p.case_id = c.id
        and p.unit_id = ${unit} and p.role <> 'complained' and p.until is null)
      and (${others}::int[] is null or c.community_unit = any (${others})
        or exists (select from case_party b where b.district_id = c.district_id and b.case_id = c.id
          and b.unit_id = any (${others}) and b.role <> 'complained' and b.until is null))
    order by c.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Hands a unit's part in an open case to another: its roles, its work, its clocks. No deadline moves, and who had
 * taken the task over keeps it.
 */
async function rehome(tx: Tx, caseId: number, from: number, to: number, at: Date): Promise<void> {
  const { rows } = await sql<{ district: number }>`select app_district() as district`.execute(tx)
  const actor = systemActor(rows[0]!.district)
  const run = runIn(tx)
  const snapshot = await getSnapshot(run, actor, caseId)
  await write(run, actor, { at: at.toISOString(), ...changeOf(snapshot, from, to) })
}

function changeOf(snapshot: Snapshot, from: number, to: number): Record<string, unknown> {
  const { case: row, parties, tasks, clocks } = snapshot
  const now = parties.filter((party) => party.until === null && party.role !== 'complained')
  const ending = now.filter((party) => party.unit_id === from)
  const held = new Set(now.filter((party) => party.unit_id === to).map((party) => party.role))
  const lead = row.lead_unit === from ? { lead_unit: to } : {}
  const community = row.community_unit === from ? { community_unit: to } : {}
  return {
    case: { id: row.id, version: row.version, ...lead, ...community },
    endParties: ending,
    parties: ending.filter(({ role }) => !held.has(role)).map(({ role }) => ({ unit_id: to, role })),
    tasks: tasks.filter((task) => task.phase < 2 && task.unit_id === from).map(({ id }) => ({ id, unit_id: to })),
    clocks: clocks
      .filter((clock) => clock.unit_id === from && (clock.state === 'running' || clock.state === 'paused'))
      .map((clock) => ({ ...clock, unit_id: to })),
    texts: [],
    timers: [],
    event: { verb: 'rehome', actor_kind: 'system', actor_id: null, data: { from, unit: to, set: lead } },
  }
}
