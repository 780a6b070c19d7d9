import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type LoggedIn, StaffAuthenticator } from './authenticate-staff.ts'
import { type Auth, makeAuth } from './better-auth.ts'
import { type LoginConfig, type LoginHouse, openLoginHouse } from './login-house.ts'
import { mountAuth } from './mount.ts'
import { mountSingleSignOn, SingleSignOn } from './single-sign-on.ts'

/** The log-in of the staff: who calls, and the endpoints to log in with. */
export interface StaffLogin {
  readonly house: LoginHouse
  readonly auth: Auth
  /** Who calls, from the session cookie; null without a log-in that is alive. */
  find(request: FastifyRequest): Promise<LoggedIn | null>
  /** The same, as it is this moment and without counting as activity: for pages that stay open. */
  peek(request: FastifyRequest): Promise<LoggedIn | null>
  /** Serves the log-in endpoints below /api/auth. */
  mount(app: FastifyInstance): void
}

export function openStaffLogin(config: LoginConfig): StaffLogin {
  const house = openLoginHouse(config)
  const auth = makeAuth(house)
  const authenticator = new StaffAuthenticator(house)
  const find = (request: FastifyRequest) => authenticator.find(request)
  return {
    house,
    auth,
    find,
    peek: (request) => authenticator.peek(request),
    mount: (app) => {
      mountSingleSignOn(app, new SingleSignOn(house))
      mountAuth(app, auth, find)
    },
  }
}
