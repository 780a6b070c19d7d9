import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { type Day, dayOf } from './days.ts'
import { type HoursText, readHours } from './hours.ts'
import { daysOf, type HoursPeriod, type SpecialDay, type WorkCalendar, type YearNotice } from './work-calendar.ts'

/** The working time of every unit of a district, in memory: deadlines need no further round trip. */
export interface Calendars {
  /** Changes with every notice and every change of hours. */
  readonly version: string
  readonly timeZone: string
  readonly notices: ReadonlyMap<number, YearNotice>
  /** A unit's calendar; the district's own for null, and for a unit without hours of its own. */
  of(unit: number | null): WorkCalendar
}

const kept = new Map<string, Calendars>()

/** The calendars of the transaction's district: one short query, and three more only when something has changed since. */
export async function loadCalendars(tx: Tx): Promise<Calendars> {
  const { district, timeZone, version, database } = await currentVersion(tx)
  const place = `${database} ${district}`
  const known = kept.get(place)
  if (known?.version === version) return known
  const [notices, hours] = [await loadNotices(tx), await loadHours(tx)]
  const loaded = calendars(version, timeZone, notices, hours)
  kept.set(place, loaded)
  return loaded
}

function calendars(
  version: string,
  timeZone: string,
  notices: ReadonlyMap<number, YearNotice>,
  hours: ReadonlyMap<number | null, HoursPeriod[]>,
): Calendars {
  const district: WorkCalendar = { timeZone, notices, days: daysOf(notices), hours: hours.get(null) ?? [] }
  const ofUnit = (periods: HoursPeriod[]): WorkCalendar => ({ ...district, hours: [...periods, ...district.hours] })
  const own = new Map([...hours].map(([unit, periods]) => [unit, unit === null ? district : ofUnit(periods)]))
  return { version, timeZone, notices, of: (unit) => own.get(unit) ?? district }
}

interface Version {
  readonly district: number
  readonly timeZone: string
  readonly version: string
  readonly database: string
}

async function currentVersion(tx: Tx): Promise<Version> {
  const { rows } = await sql<Version>`
    select id as district, time_zone as "timeZone", calendar_version() as version, current_database() as database
    from district where id = app_district()`.execute(tx)
  if (!rows[0]) throw new Error('a calendar is loaded within a district')
  return rows[0]
}

async function loadNotices(tx: Tx): Promise<Map<number, YearNotice>> {
  const { rows } = await sql<Omit<YearNotice, 'days'> & { days: Record<string, SpecialDay> }>`
    select n.year, n.source, n.provisional, (select coalesce(jsonb_object_agg(d.day, jsonb_build_object('kind', d.kind, 'name', d.name)), '{}')
      from calendar_day d where d.notice_id = n.id) as days
    from calendar_notice_current n order by n.year`.execute(tx)
  return new Map(rows.map((row) => [row.year, { ...row, days: byDay(row.days) }]))
}

const byDay = (days: Record<string, SpecialDay>): Map<Day, SpecialDay> =>
  new Map(Object.entries(days).map(([date, special]) => [dayOf(date), special]))

/** Hours by unit, null for the district's; the district's own rows stand before the platform's. */
async function loadHours(tx: Tx): Promise<Map<number | null, HoursPeriod[]>> {
  const { rows } = await sql<{ unit: number | null; hours: HoursText; from: string | null; until: string | null }>`
    select unit_id as unit, hours, lower(valid) as "from", upper(valid) as until
    from shift order by unit_id, district_id nulls last, lower(valid) desc nulls last, id desc`.execute(tx)
  const periods = rows.map(({ unit, hours, from, until }) => ({ unit, period: period(hours, from, until) }))
  const grouped = Map.groupBy(periods, ({ unit }) => unit)
  return new Map([...grouped].map(([unit, group]) => [unit, group.map((row) => row.period)]))
}

const period = (hours: HoursText, from: string | null, until: string | null): HoursPeriod => ({
  from: from === null ? Number.NEGATIVE_INFINITY : dayOf(from),
  until: until === null ? Number.POSITIVE_INFINITY : dayOf(until),
  hours: readHours(hours),
})
