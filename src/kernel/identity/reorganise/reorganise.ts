import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor } from '../actor.ts'
import { requireDuty } from '../require-duty.ts'
import { refusePast } from '../staff.ts'
import { districtDate } from '../units.ts'
import { applyPlan } from './apply-plan.ts'
import { planOf } from './plan.ts'
import { rehomeDue } from './rehome-due.ts'
import type { CaseHomes, Reorganisation } from './reorganisation.ts'

export interface Reorganised {
  readonly id: number
  /** The unit that it was about: for a merger the one that remains. */
  readonly unit: number
  readonly founded: readonly number[]
  /** Open cases that have followed already: none before the day. */
  readonly cases: number
}

/**
 * Moves, merges or splits units from a date on. History stays: yesterday's tree is what it was, closed cases keep their
 * unit, and the heirs of a closed unit see what it saw. Run it as the worker: the administrator who decides it reaches
 * no case.
 * @throws Refusal identity.only-systemAdministrator, past, no-unit, planned, loop, … where it can't be done
 */
export async function reorganise(
  tx: Tx,
  actor: Actor,
  wish: Reorganisation,
  cases: CaseHomes,
  clock: Clock,
): Promise<Reorganised> {
  requireDuty(actor, 'systemAdministrator')
  if (actor.kind === 'staff') refusePast(wish.on, await districtDate(tx, clock.now()))
  await sql`select pg_advisory_xact_lock(hashtextextended('units', app_district()))`.execute(tx)
  const { about, founded, homes } = await applyPlan(tx, await planOf(tx, wish))
  const { rows } = await sql<{ id: number }>`
    insert into reorganisation (kind, on_day, homes, decided_at)
    values (${wish.kind}, ${wish.on}, ${JSON.stringify(homes)}::jsonb, ${clock.now()}) returning id`.execute(tx)
  const data = { ...wish, reorganisation: rows[0]!.id, founded }
  await record(tx, { subject: 'unit', subjectId: about, verb: wish.kind, actor, at: clock.now(), data })
  return { id: rows[0]!.id, unit: about, founded, cases: await rehomeDue(tx, cases, clock) }
}
