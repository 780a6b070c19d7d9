import { sql } from 'kysely'
import type { StaffId } from '../actors.ts'
import type { LoginHouse } from './login-house.ts'
import type { LogInMethod } from './login-method.ts'

/** A session as it was found alive. */
export interface OpenSession extends StaffId {
  readonly id: string
  readonly userId: string
  readonly method: LogInMethod | null
  readonly seenAt: Date
  readonly passwordSetAt: Date | null
  readonly passwordInitial: boolean
}

// Noting every request would be a write each; a minute's error of half an hour harms nobody.
const NOTE_AFTER_MS = 60_000

/** The session of a token, unless it ended, ran out or was idle too long: an idle one ends here. */
export async function findOpenSession(house: LoginHouse, token: string): Promise<OpenSession | undefined> {
  const auth = house.database.unscoped('auth')
  const { rows } = await sql<OpenSession>`
    select s.id, s."userId", s.method, coalesce(s."seenAt", s."createdAt") as "seenAt", u."passwordSetAt",
      coalesce(u."passwordInitial", false) as "passwordInitial", of.district_id as district, of.staff_id as "staffId"
    from auth.session s join auth."user" u on u.id = s."userId" cross join lateral staff_of_user(u.id) of
    where s.token = ${token} and s."expiresAt" > ${house.clock.now()}`.execute(auth)
  const found = rows[0]
  if (!found) return undefined
  const { idleMinutes } = await house.rules.of(found.district)
  const now = house.clock.now()
  const quiet = now.getTime() - found.seenAt.getTime()
  if (quiet > idleMinutes * 60_000) {
    await sql`delete from auth.session where id = ${found.id}`.execute(auth)
    return undefined
  }
  if (quiet > NOTE_AFTER_MS) await sql`update auth.session set "seenAt" = ${now} where id = ${found.id}`.execute(auth)
  return found
}
