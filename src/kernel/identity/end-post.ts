import { sql } from 'kysely'
import { record } from '#kernel/events'
import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import type { Actor, Role } from './actor.ts'
import { refuseIdentity } from './refusals.ts'
import { requireDuty } from './require-duty.ts'
import { lockStaff, refusePast } from './staff.ts'
import { districtDate } from './units.ts'

export interface PostEnd {
  readonly staff: number
  readonly post: number
  /** The first day without it; today ends it at once. */
  readonly from?: string
  readonly seenVersion?: number
}

interface Held {
  readonly unit: number
  readonly role: Role
}

/**
 * Ends somebody's post. The district keeps at least one security administrator, who else could grant no post any more.
 * @throws Refusal identity.only-securityAdministrator, last-administrator, past; not-found, changed-meanwhile
 */
export async function endPost(tx: Tx, actor: Actor, end: PostEnd, clock: Clock): Promise<void> {
  requireDuty(actor, 'securityAdministrator')
  const today = await districtDate(tx, clock.now())
  const from = end.from ?? today
  refusePast(from, today)
  await lockStaff(tx, end.staff, end.seenVersion)
  const held = await getPost(tx, end, from)
  if (held.role === 'securityAdministrator') await refuseLast(tx, end.post, from)
  await sql`
    update post set valid = case when lower(valid) >= ${from}::date then 'empty' else daterange(lower(valid), ${from}::date) end
    where id = ${end.post}`.execute(tx)
  const data = { post: end.post, unit: held.unit, role: held.role, from }
  await record(tx, {
    subject: 'staff',
    subjectId: end.staff,
    verb: 'endPost',
    actor,
    unit: held.unit,
    at: clock.now(),
    data,
  })
}

async function getPost(tx: Tx, { staff, post }: PostEnd, from: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select unit_id as unit, role from post
    where id = ${post} and staff_id = ${staff} and valid && daterange(${from}::date, null)`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  return rows[0]
}

async function refuseLast(tx: Tx, id: number, from: string): Promise<void> {
  const { rows } = await sql`
    select from post p join staff s on s.id = p.staff_id
    where p.id <> ${id} and p.role = 'securityAdministrator' and p.valid @> ${from}::date and s.employed @> ${from}::date
    limit 1`.execute(tx)
  if (rows.length === 0) throw refuseIdentity('identity.last-administrator')
}
