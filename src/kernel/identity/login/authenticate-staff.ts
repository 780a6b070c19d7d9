import type { FastifyRequest } from 'fastify'
import { type Language, languageOf } from '#platform/http'
import { type Actor, type Role, roles } from '../actor.ts'
import { findHalfAwake } from '../actors.ts'
import type { AccountRules } from './account-rules.ts'
import { COOKIE_PREFIX } from './better-auth.ts'
import type { LoginHouse } from './login-house.ts'
import { isStrong } from './login-method.ts'
import { findOpenSession, type OpenSession, peekAtSession } from './open-session.ts'
import { Recent } from './recent.ts'
import { cookieOf, openSigned } from './session-cookie.ts'

/** What a log-in still needs before all posts may be used. */
export interface LogInState {
  readonly session: string
  readonly userId: string
  readonly passwordDue: boolean
  readonly secondFactorDue: boolean
}

export interface LoggedIn {
  readonly actor: Actor
  readonly state: LogInState
}

/**
 * Who calls, from the session cookie. Answers are at most two seconds old, so an ended session is refused everywhere
 * within that time and a busy desk costs no look-up. Posts that need a second factor sleep until it was given; all
 * sleep while the password is due for a change.
 * @rule X12
 */
export class StaffAuthenticator {
  readonly #house: LoginHouse
  readonly #cookie: string
  readonly #recent = new Recent<LoggedIn | null>()

  constructor(house: LoginHouse) {
    this.#house = house
    this.#cookie = `${house.publicUrl.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`
  }

  async find(request: FastifyRequest): Promise<LoggedIn | null> {
    const cookie = cookieOf(request.headers.cookie, this.#cookie)
    if (!cookie) return null
    const language = languageOf(request)
    return await this.#recent.get(`${language} ${cookie}`, () => this.#lookUp(cookie, language, findOpenSession))
  }

  /** The same, as it is this moment and without counting as activity. */
  async peek(request: FastifyRequest): Promise<LoggedIn | null> {
    const cookie = cookieOf(request.headers.cookie, this.#cookie)
    return cookie ? await this.#lookUp(cookie, languageOf(request), peekAtSession) : null
  }

  async #lookUp(cookie: string, language: Language, read: typeof findOpenSession): Promise<LoggedIn | null> {
    const token = openSigned(cookie, this.#house.secret)
    const session = token ? await read(this.#house, token) : undefined
    if (!session) return null
    const rules = await this.#house.rules.of(session.district)
    const passwordDue = isPasswordDue(session, rules, this.#house.clock.now())
    const asleep = passwordDue ? roles : isStrong(session.method) ? [] : rules.secondFactorRoles
    const found = await findHalfAwake(this.#house.database, session, this.#house.clock, language, asleep)
    if (!found) return null
    const secondFactorDue = !isStrong(session.method) && found.asleep.some(needsFactor(rules))
    return { actor: found.actor, state: { session: session.id, userId: session.userId, passwordDue, secondFactorDue } }
  }
}

const needsFactor = (rules: AccountRules) => (role: Role) => rules.secondFactorRoles.includes(role)

function isPasswordDue(session: OpenSession, rules: AccountRules, now: Date): boolean {
  if (session.passwordInitial) return true
  if (session.method !== 'password' && session.method !== 'passwordCode') return false
  const setAt = session.passwordSetAt?.getTime() ?? 0
  return now.getTime() - setAt > rules.password.days * 24 * 3_600_000
}
