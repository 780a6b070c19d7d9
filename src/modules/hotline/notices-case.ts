import { sql } from 'kysely'
import { numberOf } from '#kernel/cases'
import type { Happened } from '#kernel/events'
import type { Name } from '#kernel/identity'
import type { Tx } from '#platform/database'

export interface NoticedClock {
  readonly name: string
  readonly unit: number
  readonly state: string
  readonly startedAt: string
  readonly stoppedAt: string | null
  readonly dueAt: string
}

/** A case as those who are told of it need it: no word of what the request says. */
export interface NoticedCase {
  readonly id: number
  readonly number: string
  readonly intake: number
  readonly lead: number | null
  readonly urgency: number
  readonly sealed: boolean
  readonly state: string
  readonly requester: number | null
  /** How the requester wants to hear of it, where that is known. */
  readonly answerBy: string | null
  readonly clocks: readonly NoticedClock[]
  /** Today's names of the units concerned. */
  readonly names: Readonly<Record<number, Name>>
}

/** The case of an event; null for another type's, and for imported history, of which nobody is told. Worker scope. */
export async function findNoticedCase(tx: Tx, { subjectId, unit }: Happened, today: string) {
  const { rows } = await sql<Omit<NoticedCase, 'number'>>`
    select c.id, c.intake_unit as intake, c.lead_unit as lead, c.urgency, c.sealed, c.state, c.requester_id as requester,
      coalesce(c.answer_by, (select p.channel from person p where p.district_id = c.district_id and p.id = c.requester_id)) as "answerBy",
      k.clocks, coalesce((select jsonb_object_agg(n.unit_id, n.name) from unit_name n where n.district_id = c.district_id
        and n.unit_id = any (k.units || c.lead_unit || ${unit}::int) and n.valid @> ${today}::date), '{}') as names
    from cases c, lateral (
      select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'unit', o.unit_id, 'state', o.state, 'startedAt', o.started_at,
          'stoppedAt', o.stopped_at, 'dueAt', o.due_at) order by o.id), '[]') as clocks,
        coalesce(array_agg(o.unit_id), '{}') as units
      from clock o where o.district_id = c.district_id and o.case_id = c.id) k
    where c.district_id = app_district() and c.id = ${subjectId} and c.type = 'request' and not c.history`.execute(tx)
  return rows[0] ? { ...rows[0], number: numberOf(rows[0].id) } : null
}
