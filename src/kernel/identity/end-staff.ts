import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor } from './actor.ts'
import type { StaffLogin } from './login/index.ts'
import { endSessions } from './login/sessions.ts'
import { refuseIdentity } from './refusals.ts'
import { requireDuty } from './require-duty.ts'
import { lockStaff, refusePast } from './staff.ts'
import { districtDate } from './units.ts'

export interface StaffEnd {
  readonly staff: number
  /** The first day on which the person no longer works here; today ends it, and every log-in, at once. */
  readonly from?: string
  readonly seenVersion?: number
}

/**
 * Ends somebody's employment: from that day they can't log in, and their posts count for nothing.
 * @throws Refusal identity.only-systemAdministrator, own-account, past; not-found, changed-meanwhile
 */
export async function endStaff(tx: Tx, actor: Actor, login: StaffLogin, end: StaffEnd, clock: Clock): Promise<void> {
  requireDuty(actor, 'systemAdministrator')
  if (actor.kind === 'staff' && actor.id === end.staff) throw refuseIdentity('identity.own-account')
  const today = await districtDate(tx, clock.now())
  const from = end.from ?? today
  refusePast(from, today)
  const { userId } = await lockStaff(tx, end.staff, end.seenVersion)
  await sql`
    update staff set employed = employed * daterange(null, ${from}::date) where id = ${end.staff}`.execute(tx)
  await record(tx, { subject: 'staff', subjectId: end.staff, verb: 'endStaff', actor, at: clock.now(), data: { from } })
  if (userId && from === today) await endSessions(login.house.database, userId)
}
