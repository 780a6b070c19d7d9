import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { StaffLogin } from '#kernel/identity'
import { createAccount } from '../src/kernel/identity/login/accounts.ts'
import type { Cast, CastStaff } from './cast.ts'

/** Every test account's password. */
export const PASSWORD = 'Lian-xin-2026'

export const userNameOf = (who: CastStaff, district = 1): string =>
  `${who.toLowerCase()}${district === 1 ? '' : district}`

/** Gives people of the cast an account: the user name is their part in small letters. */
export async function giveAccounts(login: StaffLogin, cast: Cast, ...who: CastStaff[]): Promise<void> {
  const { database, rules, clock } = login.house
  const { password } = await rules.of(cast.district)
  for (const each of who) {
    const userName = userNameOf(each, cast.district)
    const account = { userName, name: each, password: PASSWORD, initial: false }
    const userId = await createAccount(login.auth, account, password, clock.now())
    await database.as('worker', { district: cast.district }, (tx) =>
      sql`update staff set user_id = ${userId} where id = ${cast.staff[each]}`.execute(tx),
    )
  }
}

/** Logs in over HTTP. @returns the Cookie header to call with */
export async function logIn(app: FastifyInstance, username: string, password = PASSWORD): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
  })
  if (response.statusCode !== 200) throw new Error(`log-in of ${username} was refused: ${response.body}`)
  return cookiesOf(response)
}

/** The cookies that a response sets, as a Cookie header. */
export const cookiesOf = (response: { cookies: unknown[] }): string =>
  (response.cookies as { name: string; value: string; maxAge?: number }[])
    .filter(({ maxAge }) => maxAge !== 0)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
