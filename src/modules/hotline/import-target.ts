import { sql } from 'kysely'
import { unitTree } from '#kernel/identity'
import { type Clock, dateOf } from '#platform/clock'
import type { Database } from '#platform/database'
import type { NamedCommunity } from './import-community.ts'

/** Where imported history goes. */
export interface ImportTarget {
  readonly district: number
  readonly timeZone: string
  /** The unit that took the messages in: the centre, else the district itself. */
  readonly intake: number
  readonly subjects: ReadonlySet<string>
  readonly communities: readonly NamedCommunity[]
}

/** Every district of the database. */
export async function districts(database: Database): Promise<{ id: number; name: string; timeZone: string }[]> {
  const { rows } = await sql<{ id: number; name: string; timeZone: string }>`
    select id, name ->> 'zh' as name, time_zone as "timeZone" from district order by id`.execute(
    database.unscoped('worker'),
  )
  return rows
}

/** What an import must know of the district; null where it has no unit yet. */
export async function findTarget(
  database: Database,
  { id: district, timeZone }: { id: number; timeZone: string },
  clock: Clock,
): Promise<ImportTarget | null> {
  return await database.as('worker', { district }, async (tx) => {
    const units = await unitTree(tx, dateOf(clock.now(), timeZone))
    const intake = units.find(({ kind }) => kind === 'centre') ?? units.find(({ kind }) => kind === 'district')
    if (!intake) return null
    const { rows } = await sql<{ code: string }>`select code from subject where district_id = ${district}`.execute(tx)
    const communities = units.filter(({ kind }) => kind === 'community')
    return { district, timeZone, intake: intake.id, subjects: new Set(rows.map(({ code }) => code)), communities }
  })
}
