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
  const found = await read(house, token)
  if (!found) return undefined
  const auth = house.database.unscoped('auth')
  if (found.idle) {
    await sql`delete from auth.session where id = ${found.session.id}`.execute(auth)
    return undefined
  }
  if (found.quiet > NOTE_AFTER_MS)
    await sql`update auth.session set "seenAt" = ${house.clock.now()} where id = ${found.session.id}`.execute(auth)
  return found.session
}

/** The same, but it leaves no trace: an open page that only listens must not keep its log-in alive. */
export async function peekAtSession(house: LoginHouse, token: string): Promise<OpenSession | undefined> {
  const found = await read(house, token)
  return found && !found.idle ? found.session : undefined
}

/** `quiet` is for how many milliseconds nobody used it. */
interface Read {
  readonly session: OpenSession
  readonly quiet: number
  readonly idle: boolean
}

async function read(house: LoginHouse, token: string): Promise<Read | undefined> {
  const now = house.clock.now()
  const { rows } = await sql<OpenSession>`
    select s.id, s."userId", s.method, coalesce(s."seenAt", s."createdAt") as "seenAt", u."passwordSetAt",
      coalesce(u."passwordInitial", false) as "passwordInitial", of.district_id as district, of.staff_id as "staffId"
    from auth.session s join auth."user" u on u.id = s."userId" cross join lateral staff_of_user(u.id) of
    where s.token = ${token} and s."expiresAt" > ${now}`.execute(house.database.unscoped('auth'))
  const session = rows[0]
  if (!session) return undefined
  const { idleMinutes } = await house.rules.of(session.district)
  const quiet = now.getTime() - session.seenAt.getTime()
  return { session, quiet, idle: quiet > idleMinutes * 60_000 }
}
