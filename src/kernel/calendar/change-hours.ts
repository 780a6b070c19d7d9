import { sql } from 'kysely'
import { record } from '#kernel/events'
import { type Actor, getUnit, requireDuty } from '#kernel/identity'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import { type HoursText, readHours } from './hours.ts'
import { refuseCalendar } from './refusals.ts'

export interface HoursChange {
  /** The unit whose hours they are; null for the whole district. */
  readonly unit: number | null
  readonly hours: HoursText
  /** First and last calendar date; without a last one they stand until others do. One day alone makes a half-day. */
  readonly from: string
  readonly to?: string
  /** The decision behind it. */
  readonly source: string
  readonly at: Date
}

/**
 * Sets the working hours of a unit from a date on. Clocks that run keep their deadline; when one is prolonged or resumed it is
 * counted by the new hours, never to an earlier end.
 * @returns the id of the hours @throws Refusal identity.only-systemAdministrator, identity.no-unit, calendar.hours-*
 */
export async function changeHours(tx: Tx, actor: Actor, change: HoursChange): Promise<number> {
  const { unit, hours, from, to, source, at } = change
  requireDuty(actor, 'systemAdministrator')
  checkHours(change)
  if (unit !== null) await getUnit(tx, unit, from)
  const { rows } = await sql<{ id: number }>`
    insert into shift (district_id, unit_id, hours, valid, source) values (app_district(), ${unit},
      ${JSON.stringify(hours)}::jsonb, daterange(${from}::date, ${to ?? null}::date, ${to ? '[]' : '[)'}), ${source})
    returning id`.execute(tx)
  const id = rows[0]!.id
  const data = { hours, from, to: to ?? null, source }
  await record(tx, {
    subject: 'calendar',
    subjectId: id,
    verb: 'changeHours',
    actor,
    at,
    data,
    ...(unit ? { unit } : {}),
  })
  return id
}

function checkHours({ hours, from, to, at }: HoursChange): void {
  const today = dateOf(at)
  if (from < today) throw refuseCalendar('calendar.hours-past', { today })
  if (to !== undefined && to < from) throw refuseCalendar('calendar.hours-order')
  const working = readable(hours).workday ?? []
  if (to === undefined && working.length === 0) throw refuseCalendar('calendar.hours-empty')
}

function readable(hours: HoursText) {
  try {
    return readHours(hours)
  } catch (error) {
    throw refuseCalendar('calendar.hours', { part: (error as Error).message })
  }
}
