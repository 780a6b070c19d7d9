import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor } from './actor.ts'
import { resetAccount } from './login/accounts.ts'
import { checkPassword } from './login/check-password.ts'
import type { StaffLogin } from './login/index.ts'
import { refuseIdentity } from './refusals.ts'
import { requireDuty } from './require-duty.ts'
import { lockStaff } from './staff.ts'

export interface LogInReset {
  readonly staff: number
  /** A first password again, to be changed at the next log-in. */
  readonly password: string
  readonly seenVersion?: number
}

/**
 * Helps somebody who can't log in: a new first password, no second factor, no lock-out; their log-ins end.
 * @throws Refusal identity.only-systemAdministrator, own-account, no-account, weak-password; not-found, changed-meanwhile
 */
export async function resetLogIn(
  tx: Tx,
  actor: Actor,
  login: StaffLogin,
  reset: LogInReset,
  clock: Clock,
): Promise<void> {
  requireDuty(actor, 'systemAdministrator')
  if (actor.kind === 'staff' && actor.id === reset.staff) throw refuseIdentity('identity.own-account')
  const { userId } = await lockStaff(tx, reset.staff, reset.seenVersion)
  if (!userId) throw refuseIdentity('identity.no-account')
  const { database, rules, attempts } = login.house
  const userName = await userNameOf(login, userId)
  checkPassword(reset.password, userName, (await rules.of(actor.district)).password)
  await record(tx, { subject: 'staff', subjectId: reset.staff, verb: 'resetLogIn', actor, at: clock.now() })
  await resetAccount(login.auth, database, userId, reset.password, clock.now())
  await attempts.clear('password', userName)
}

async function userNameOf(login: StaffLogin, userId: string): Promise<string> {
  const { rows } = await sql<{ username: string }>`select username from auth."user" where id = ${userId}`.execute(
    login.house.database.unscoped('auth'),
  )
  return rows[0]?.username ?? ''
}
