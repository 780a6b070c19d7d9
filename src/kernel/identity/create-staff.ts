import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { Actor, Name } from './actor.ts'
import { createAccount, removeAccount } from './login/accounts.ts'
import type { StaffLogin } from './login/index.ts'
import { requireDuty } from './require-duty.ts'
import { districtDate } from './units.ts'

export interface NewStaff {
  readonly name: Name
  readonly phone?: string
  readonly userName: string
  /** The first password: whoever it is for changes it before any work. */
  readonly password: string
  /** First day of work; today unless given. */
  readonly from?: string
  /** true where the password is the person's own already (the demo). */
  readonly passwordIsTheirs?: boolean
}

/**
 * Enters somebody who works for the district, with an account to log in with and no post yet.
 * @returns the id of the member of staff
 * @throws Refusal identity.only-systemAdministrator, identity.user-name…, identity.weak-password
 * @rule X12
 */
export async function createStaff(
  tx: Tx,
  actor: Actor,
  login: StaffLogin,
  person: NewStaff,
  clock: Clock,
): Promise<number> {
  requireDuty(actor, 'systemAdministrator')
  const { password } = await login.house.rules.of(actor.district)
  const account = { ...person, name: person.name.zh, initial: !person.passwordIsTheirs }
  const userId = await createAccount(login.auth, account, password, clock.now())
  try {
    return await insertStaff(tx, actor, person, userId, clock)
  } catch (error) {
    await removeAccount(login.house.database, userId)
    throw error
  }
}

async function insertStaff(tx: Tx, actor: Actor, person: NewStaff, userId: string, clock: Clock): Promise<number> {
  const from = person.from ?? (await districtDate(tx, clock.now()))
  const { rows } = await sql<{ id: number }>`
    insert into staff (user_id, name, phone, employed)
    values (${userId}, ${JSON.stringify(person.name)}::jsonb, ${person.phone ?? null}, daterange(${from}::date, null))
    returning id`.execute(tx)
  const id = rows[0]!.id
  await record(tx, { subject: 'staff', subjectId: id, verb: 'createStaff', actor, at: clock.now(), data: { from } })
  return id
}
