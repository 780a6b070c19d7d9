import { sql } from 'kysely'
import { record } from '#kernel/events'
import { type Actor, requireDuty } from '#kernel/identity'
import type { Tx } from '#platform/database'
import { dateText } from './days.ts'
import { loadCalendars } from './load-calendars.ts'
import type { Notice } from './notice.ts'
import { type ClockMove, noticeMoves } from './notice-moves.ts'
import { checkNotice } from './preview-notice.ts'
import type { Change } from './recount.ts'
import type { YearNotice } from './work-calendar.ts'

/** Who keeps the clocks writes what becomes of them: the row, its timers, and an event of its case. */
export interface ClockMover {
  move(tx: Tx, actor: Actor, moves: readonly ClockMove[], at: Date): Promise<void>
}

export interface LoadedNotice {
  /** False where the same days stood already: then only clocks left behind have moved. */
  readonly fresh: boolean
  readonly counts: Readonly<Record<Change, number>>
}

/**
 * Takes a year's notice into the district's calendar and moves the running clocks by it, in one transaction, each with its
 * event; a promised deadline is not shortened. Run it as the worker, so that clocks of sealed cases move too. Run again, it
 * finds clocks that were started meanwhile by the calendar of before.
 * @rule T7 @throws Refusal identity.only-systemAdministrator; calendar.notice-* where the notice can't be taken
 */
export async function loadNotice(
  tx: Tx,
  actor: Actor,
  notice: Notice,
  at: Date,
  mover: ClockMover,
): Promise<LoadedNotice> {
  requireDuty(actor, 'systemAdministrator')
  const checked = await checkNotice(tx, notice, at)
  const fresh = !(await stands(tx, checked))
  if (fresh) await write(tx, actor, checked, at)
  const counts = { later: 0, kept: 0, confirmed: 0 }
  for await (const moves of noticeMoves(tx, checked)) {
    for (const { change } of moves) counts[change]++
    await mover.move(tx, actor, moves, at)
  }
  return { fresh, counts }
}

async function stands(tx: Tx, { year, days }: YearNotice): Promise<boolean> {
  const present = (await loadCalendars(tx)).notices.get(year)
  if (!present || present.provisional || present.days.size !== days.size) return false
  return [...days].every(([day, { kind }]) => present.days.get(day)?.kind === kind)
}

async function write(tx: Tx, actor: Actor, { year, source, days }: YearNotice, at: Date): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into calendar_notice (district_id, year, source) values (app_district(), ${year}, ${source}) returning id`.execute(
    tx,
  )
  const id = rows[0]!.id
  const list = [...days].map(([day, { kind, name }]) => ({ day: dateText(day), kind, name }))
  await sql`
    insert into calendar_day (district_id, notice_id, day, kind, name)
    select app_district(), ${id}, d.day, d.kind, d.name
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) d(day date, kind text, name jsonb)`.execute(tx)
  await record(tx, {
    subject: 'calendar',
    subjectId: id,
    verb: 'loadNotice',
    actor,
    at,
    data: { year, source, days: days.size },
  })
}
