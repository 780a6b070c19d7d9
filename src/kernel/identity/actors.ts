import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database, Scope, Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import type { Language } from '#platform/http'
import { type Actor, administratorRoles, type Name, type Role } from './actor.ts'

export interface StaffId {
  readonly district: number
  readonly staffId: number
}

interface Held {
  readonly unit: number
  readonly role: Role
  readonly reach: readonly number[]
  readonly inherits: readonly number[]
}

interface Found {
  readonly name: Name
  readonly posts: readonly Held[]
  readonly asleep: readonly Role[]
  readonly reach: string
  readonly home: string
  readonly sealedReach: string
  readonly peopleReach: string
}

/** An actor whose posts of some roles may not be used yet, and which these are. */
export interface HalfAwake {
  readonly actor: Actor
  readonly asleep: readonly Role[]
}

/**
 * The member of staff with the posts held today (the district's calendar), or null where the person is not employed
 * today. A working post reaches its unit and all below, with the units these have succeeded; an administrator's reaches
 * nothing.
 */
export async function findActor(
  database: Database,
  staff: StaffId,
  clock: Clock,
  language: Language,
): Promise<Actor | null> {
  return (await findHalfAwake(database, staff, clock, language, []))?.actor ?? null
}

/** As `findActor`, without the posts of some roles. */
export async function findHalfAwake(
  database: Database,
  { district, staffId }: StaffId,
  clock: Clock,
  language: Language,
  asleep: readonly Role[],
): Promise<HalfAwake | null> {
  const found = await database.as('staff', { district }, (tx) => findStaff(tx, staffId, clock.now(), asleep))
  if (!found) return null
  const posts = found.posts.map((held) => ({
    unit: held.unit,
    role: held.role,
    reach: new Set(held.reach),
    inherits: new Set(held.inherits),
  }))
  const scope = scopeOf(district, found)
  return {
    actor: { kind: 'staff', id: staffId, district, name: found.name, posts, scope, language },
    asleep: found.asleep,
  }
}

/** As `findActor`. @throws not-logged-in where the person is not employed today */
export async function loadActor(database: Database, staff: StaffId, clock: Clock, language: Language): Promise<Actor> {
  const actor = await findActor(database, staff, clock, language)
  if (!actor) throw refuse('not-logged-in')
  return actor
}

function scopeOf(district: number, { posts, reach, home, sealedReach, peopleReach }: Found): Scope {
  const holds = (role: Role) => posts.some((post) => post.role === role)
  return {
    district,
    reach,
    home,
    sealedReach,
    peopleReach,
    audit: holds('auditAdministrator'),
    ...(holds('systemAdministrator') && { administers: 'system' as const }),
    ...(holds('securityAdministrator') && { administers: 'security' as const }),
  }
}

// An agent of a service centre is called by anybody of the district, so a centre knows its parent's residents.
async function findStaff(tx: Tx, staffId: number, now: Date, asleep: readonly Role[]): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    with today as (select (${now}::timestamptz at time zone time_zone)::date as day from district where id = app_district()),
    held as (
      select p.id, p.unit_id, p.role, p.role <> all (${[...administratorRoles]}) as working,
        unit_subtree(p.unit_id, day) as reach, unit_lineage(p.unit_id, day) as lineage,
        case when u.kind = 'centre' then (
          select range_agg(unit_subtree(e.parent, day)) from unit_edge e where e.child = u.id and e.valid @> day
        ) end as called_by
      from today, post p join unit u on u.id = p.unit_id
      where p.staff_id = ${staffId} and p.valid @> day and p.role <> all (${[...asleep]})
    ),
    -- A sleeping post gives nothing, and still keeps its holder from cases that bar the unit.
    belongs as (select unit_lineage(p.unit_id, day) as lineage from today, post p where p.staff_id = ${staffId} and p.valid @> day)
    select s.name,
      coalesce((select jsonb_agg(jsonb_build_object('unit', unit_id, 'role', role, 'reach', ${members('reach')},
        'inherits', ${members("lineage - int4multirange(int4range(unit_id, unit_id, '[]'))")}) order by id) from held), '[]') as posts,
      array(select role from post p where p.staff_id = ${staffId} and p.valid @> day and p.role = any (${[...asleep]})) as asleep,
      coalesce((select range_agg(reach) from held where working), '{}')::text as reach,
      coalesce((select range_agg(lineage) from belongs), '{}')::text as home,
      coalesce((select range_agg(reach) from held where role = 'confidential'), '{}')::text as "sealedReach",
      coalesce((select range_agg(coalesce(called_by, '{}') + reach) from held where working), '{}')::text as "peopleReach"
    from staff s, today where s.id = ${staffId} and s.employed @> day`.execute(tx)
  return rows[0]
}

const members = (multirange: string) =>
  sql.raw(
    `coalesce((select jsonb_agg(id) from unnest(${multirange}) r, generate_series(lower(r), upper(r) - 1) id), '[]')`,
  )
