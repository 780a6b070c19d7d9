import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import type { LogInMethod } from './login-method.ts'

/** One log-in of somebody, as shown to them. Instants are in UTC. */
export interface Session {
  readonly id: string
  readonly method: LogInMethod | null
  readonly startedAt: Date
  readonly seenAt: Date
  readonly address: string | null
  readonly agent: string | null
}

/** The log-ins of an account that have neither ended nor been idle too long, newest first. */
export async function sessionsOf(
  database: Database,
  userId: string,
  now: Date,
  idleMinutes: number,
): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select id, method, "createdAt" as "startedAt", coalesce("seenAt", "createdAt") as "seenAt",
      nullif("ipAddress", '') as address, nullif("userAgent", '') as agent
    from auth.session
    where "userId" = ${userId} and "expiresAt" > ${now}
      and coalesce("seenAt", "createdAt") >= ${new Date(now.getTime() - idleMinutes * 60_000)}
    order by "createdAt" desc, id`.execute(database.unscoped('auth'))
  return rows
}

/** Ends one log-in of the account. @throws Refusal identity.no-session where it has ended or is somebody else's */
export async function endSession(database: Database, userId: string, id: string): Promise<void> {
  const ended = await sql`delete from auth.session where id = ${id} and "userId" = ${userId} returning id`.execute(
    database.unscoped('auth'),
  )
  if (ended.rows.length === 0) throw refuseIdentity('identity.no-session')
}

/** Ends all log-ins of the account but the kept one. @returns how many ended */
export async function endSessions(database: Database, userId: string, kept?: string): Promise<number> {
  const ended = await sql`
    delete from auth.session where "userId" = ${userId} and id is distinct from ${kept ?? null} returning id`.execute(
    database.unscoped('auth'),
  )
  return ended.rows.length
}
