import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import type { Name, Role } from './actor.ts'
import { refuseIdentity } from './refusals.ts'

export interface StaffPost {
  readonly id: number
  readonly unit: number
  readonly unitName: Name
  readonly role: Role
  /** First day, and the first day without it; null while no end is set. */
  readonly from: string | null
  readonly until: string | null
}

export interface Staff {
  readonly id: number
  readonly name: Name
  readonly phone: string | null
  readonly hasAccount: boolean
  readonly employedFrom: string | null
  readonly employedUntil: string | null
  readonly posts: readonly StaffPost[]
  /** The number of changes so far. */
  readonly version: number
}

const columns = (date: string) => sql`
  s.id, s.name, s.phone, s.user_id is not null as "hasAccount",
  lower(s.employed) as "employedFrom", upper(s.employed) as "employedUntil",
  subject_version('staff', s.id) as version,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'unit', p.unit_id, 'role', p.role,
      'unitName', (select n.name from unit_name n where n.unit_id = p.unit_id and not n.valid >> daterange(${date}, ${date}, '[]')
        order by n.valid desc limit 1),
      'from', lower(p.valid), 'until', upper(p.valid)) order by p.id)
    from post p where p.staff_id = s.id and not p.valid << daterange(${date}, ${date}, '[]')), '[]') as posts`

export interface StaffQuery {
  readonly search?: string
  /** The last id of the page before. */
  readonly after?: number
  readonly limit: number
}

/** The staff employed on the date, with posts held then or later, by id. */
export async function listStaff(tx: Tx, date: string, { search = '', after = 0, limit }: StaffQuery): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    select ${columns(date)} from staff s
    where s.id > ${after} and s.employed @> ${date}::date
      and (strpos(s.name ->> 'zh', ${search.trim()}) > 0 or strpos(lower(s.name ->> 'en'), lower(${search.trim()})) > 0)
    order by s.id limit ${limit}`.execute(tx)
  return rows
}

/** @throws Refusal not-found */
export async function getStaff(tx: Tx, id: number, date: string): Promise<Staff> {
  const { rows } = await sql<Staff>`select ${columns(date)} from staff s where s.id = ${id}`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  return rows[0]
}

/** Keeps others from changing the person until the transaction ends. @throws Refusal not-found, changed-meanwhile */
export async function lockStaff(tx: Tx, id: number, seenVersion?: number): Promise<{ userId: string | null }> {
  // A row lock needs the right to write the row, which the one who grants posts hasn't got.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff ${id}`}, app_district()))`.execute(tx)
  const { rows } = await sql<{ userId: string | null }>`select user_id as "userId" from staff where id = ${id}`.execute(
    tx,
  )
  if (!rows[0]) throw refuse('not-found')
  if (seenVersion === undefined) return rows[0]
  const { rows: versions } = await sql<{ version: number }>`select subject_version('staff', ${id}) as version`.execute(
    tx,
  )
  if (versions[0]!.version !== seenVersion) throw refuse('changed-meanwhile')
  return rows[0]
}

/** Refuses a first day that has passed: what somebody could see then is evidence. @throws Refusal identity.past */
export function refusePast(date: string, today: string): void {
  if (date < today) throw refuseIdentity('identity.past', { today })
}
