import { sql } from 'kysely'
import { createStaff, grantPost, type Role, type StaffLogin, systemActor } from '#kernel/identity'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { type CastName, cast } from './cast.ts'
import { DISTRICT } from './district-row.ts'
import type { DemoUnits } from './found-district.ts'
import { Names } from './names.ts'
import type { Random } from './random.ts'

/** Who holds a role in a unit: staff ids, the person to log in as first. */
export type Holders = (unit: number, role: Role) => readonly number[]

export const PASSWORD = 'Lianxin-96777'
/** As the speech counts them. */
export const COMMUNITY_WORKERS = 179
// Long enough ago for the oldest case, and for a staff that knows its work.
const HIRED = '2024-03-01'

interface Post {
  readonly unit: number
  readonly role: Role
  readonly name: string
}

export interface HiringHouse {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly login: StaffLogin
}

/** Fills every post: the named people with accounts, all others without one. */
export async function hireStaff(house: HiringHouse, units: DemoUnits): Promise<Holders> {
  const held = new Map<string, number[]>()
  const note = ({ unit, role }: Pick<Post, 'unit' | 'role'>, id: number) =>
    held.set(`${unit} ${role}`, [...(held.get(`${unit} ${role}`) ?? []), id])
  const named = await Promise.all(
    (Object.keys(cast) as CastName[]).map((userName) => hireNamed(house, units, userName)),
  )
  for (const { id, unit, role } of named) note({ unit, role }, id)
  const others = otherPosts(
    units,
    new Names(
      house.random,
      Object.values(cast).map(({ zh }) => zh),
    ),
  )
  const ids = await hireOthers(house, others)
  for (const [at, post] of others.entries()) note(post, ids[at]!)
  return (unit, role) => held.get(`${unit} ${role}`) ?? []
}

async function hireNamed({ database, clock, login }: HiringHouse, units: DemoUnits, userName: CastName) {
  const { zh, en, role, unit: unitOf } = cast[userName]
  const [unit, actor] = [unitOf(units), systemActor(DISTRICT)]
  const person = { name: { zh, en }, userName, password: PASSWORD, passwordIsTheirs: true, from: HIRED }
  const id = await database.as('worker', { district: DISTRICT }, async (tx) => {
    const made = await createStaff(tx, actor, login, person, clock)
    await grantPost(tx, actor, { staff: made, unit, role, from: HIRED }, clock)
    return made
  })
  return { id, unit, role }
}

function otherPosts(units: DemoUnits, names: Names): Post[] {
  const communities = units.streets.flatMap((street) => street.communities)
  const each = Math.floor(COMMUNITY_WORKERS / communities.length)
  const more = COMMUNITY_WORKERS % communities.length
  const posts = (unit: number, role: Role, count: number): Post[] =>
    Array.from({ length: count }, () => ({ unit, role, name: names.next() }))
  return [
    ...posts(units.centre, 'agent', 7),
    ...posts(units.centre, 'dispatcher', 2),
    ...posts(units.centre, 'reviewer', 1),
    ...Object.values(units.departments).flatMap((unit) =>
      posts(unit, 'handler', unit === units.departments.city ? 1 : 2),
    ),
    ...units.streets.flatMap(({ id }, at) => [
      ...posts(id, 'dispatcher', at === 0 ? 0 : 1),
      ...posts(id, 'handler', 1),
      ...posts(id, 'supervisor', 1),
    ]),
    // The named worker of the first community is one of the 179.
    ...communities.flatMap(({ id }, at) =>
      posts(id, 'communityWorker', each + (at < more ? 1 : 0) - (at === 0 ? 1 : 0)),
    ),
  ]
}

/** One statement writes what createStaff and grantPost write for each, without accounts. @returns ids in the order of posts */
async function hireOthers({ database, clock }: HiringHouse, posts: readonly Post[]): Promise<number[]> {
  const given = JSON.stringify(posts.map(({ unit, role, name }, at) => ({ at, unit, role, name: { zh: name } })))
  return await database.as('worker', { district: DISTRICT }, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      with given as materialized (
        select nextval('staff_id') as id, nextval('post_id') as post, g.*
        from (select * from jsonb_to_recordset(${given}::jsonb) r(at int, unit int, role text, name jsonb) order by at) g),
      people as (insert into staff (id, name, employed) select id, name, daterange(${HIRED}::date, null) from given),
      posts as (insert into post (id, staff_id, unit_id, role, valid) select post, id, unit, role, daterange(${HIRED}::date, null) from given),
      evidence as (
        insert into event (subject, subject_id, seq, verb, actor_kind, unit_id, at, data)
        select 'staff', id, 1, 'createStaff', 'system', null::int, ${clock.now()}::timestamptz, jsonb_build_object('from', ${HIRED}::text) from given
        union all
        select 'staff', id, 2, 'grantPost', 'system', unit, ${clock.now()}::timestamptz,
          jsonb_build_object('post', post, 'unit', unit, 'role', role, 'from', ${HIRED}::text) from given)
      select id from given order by at`.execute(tx)
    return rows.map(({ id }) => id)
  })
}
