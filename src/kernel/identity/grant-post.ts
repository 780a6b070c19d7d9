import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import { type Actor, administratorRoles, type Role } from './actor.ts'
import { refuseIdentity } from './refusals.ts'
import { requireDuty } from './require-duty.ts'
import { lockStaff, refusePast } from './staff.ts'
import { districtDate, getUnit } from './units.ts'

export interface NewPost {
  readonly staff: number
  readonly unit: number
  readonly role: Role
  /** First day; today unless given. Only the house itself may go back. */
  readonly from?: string
  readonly seenVersion?: number
}

/**
 * Gives somebody a role in a unit. Nobody gives one to themselves, and an administrator holds no other post at the same
 * time: who makes accounts, who grants posts and who reads the log are three people apart from the work.
 * @returns the id of the post
 * @throws Refusal identity.only-securityAdministrator, own-post, separated, post-held, no-unit, past; not-found, changed-meanwhile
 * @rule X12
 */
export async function grantPost(tx: Tx, actor: Actor, post: NewPost, clock: Clock): Promise<number> {
  requireDuty(actor, 'securityAdministrator')
  if (actor.kind === 'staff' && actor.id === post.staff) throw refuseIdentity('identity.own-post')
  const today = await districtDate(tx, clock.now())
  const from = post.from ?? today
  if (actor.kind === 'staff') refusePast(from, today)
  await lockStaff(tx, post.staff, post.seenVersion)
  await getUnit(tx, post.unit, from)
  await refuseBeside(tx, post, from)
  return await insert(tx, actor, post, from, clock)
}

async function refuseBeside(tx: Tx, { staff, unit, role }: NewPost, from: string): Promise<void> {
  const { rows } = await sql<{ unit: number; role: Role }>`
    select unit_id as unit, role from post where staff_id = ${staff} and valid && daterange(${from}::date, null)`.execute(
    tx,
  )
  if (rows.some((held) => held.unit === unit && held.role === role)) throw refuseIdentity('identity.post-held')
  const apart = administratorRoles.has(role) ? rows.length > 0 : rows.some((held) => administratorRoles.has(held.role))
  if (apart) throw refuseIdentity('identity.separated')
}

async function insert(
  tx: Tx,
  actor: Actor,
  { staff, unit, role }: NewPost,
  from: string,
  clock: Clock,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into post (staff_id, unit_id, role, valid) values (${staff}, ${unit}, ${role}, daterange(${from}::date, null))
    returning id`.execute(tx)
  const id = rows[0]!.id
  const data = { post: id, unit, role, from }
  await record(tx, { subject: 'staff', subjectId: staff, verb: 'grantPost', actor, unit, at: clock.now(), data })
  return id
}
