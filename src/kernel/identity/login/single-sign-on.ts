import { genericOAuth } from 'better-auth/plugins'
import type { FastifyInstance } from 'fastify'
import { refuseIdentity } from '../refusals.ts'
import { type Auth, BASE_PATH, makeAuth, SSO } from './better-auth.ts'
import type { LoginConfig, LoginHouse } from './login-house.ts'
import { answer, passOn, webRequest } from './pass-on.ts'

type Issuer = NonNullable<LoginConfig['oidc']>

const PATIENCE_MS = 10_000

/**
 * The log-in by the district's own single sign-on (OpenID Connect). Somebody is known by `preferred_username`, which is
 * the user name here; nobody gets an account by it. It has an engine of its own, made at first use: an issuer that is
 * away delays nobody who logs in otherwise, and is asked again at the next try.
 */
export class SingleSignOn {
  readonly #house: LoginHouse
  #engine: Promise<Auth> | undefined

  constructor(house: LoginHouse) {
    this.#house = house
  }

  /** @throws Refusal identity.no-single-sign-on, identity.single-sign-on-away */
  async engine(): Promise<Auth> {
    const { oidc } = this.#house
    if (!oidc) throw refuseIdentity('identity.no-single-sign-on')
    this.#engine ??= this.#open(oidc)
    try {
      return await this.#engine
    } catch (error) {
      this.#engine = undefined
      this.#house.log.warn({ err: error }, 'the issuer of the single sign-on did not answer')
      throw refuseIdentity('identity.single-sign-on-away')
    }
  }

  async #open(issuer: Issuer): Promise<Auth> {
    const auth = makeAuth(this.#house, genericOAuth({ config: [provider(issuer)] }))
    const { socialProviders } = await within(PATIENCE_MS, auth.$context)
    if (!socialProviders.some(({ id }) => id === SSO)) throw new Error('its discovery document cannot be used')
    return auth
  }
}

const provider = ({ issuer, clientId, clientSecret }: Issuer) => ({
  providerId: SSO,
  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId,
  clientSecret,
  scopes: ['openid', 'profile'],
  disableSignUp: true,
  // better-auth finds accounts by address, and ours are made of the user name (see createAccount).
  mapProfileToUser: ({ preferred_username }: Record<string, unknown>) => ({
    email: `${String(preferred_username).toLowerCase()}@staff.invalid`,
    emailVerified: true,
  }),
})

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), milliseconds)
  return await Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}

/** Serves the way there, a link for the log-in page, and the way back. `next` is the page to go on to. */
export function mountSingleSignOn(app: FastifyInstance, sso: SingleSignOn): void {
  app.get<{ Querystring: { next?: string } }>(
    `${BASE_PATH}/sso`,
    { schema: { hide: true } },
    async (request, reply) => {
      const auth = await sso.engine()
      const body = JSON.stringify({ provider: SSO, callbackURL: pathOf(request.query.next), disableRedirect: true })
      const { headers } = webRequest(request)
      headers.set('content-type', 'application/json')
      const begin = new Request(`http://localhost${BASE_PATH}/sign-in/social`, { method: 'POST', headers, body })
      const { url } = (await answer(await auth.handler(begin), reply)) as { url: string }
      return reply.redirect(url, 303)
    },
  )
  app.get(`${BASE_PATH}/callback/${SSO}`, { schema: { hide: true } }, async (request, reply) =>
    passOn(await sso.engine(), request, reply),
  )
}

// Only a path of this site: a link must not lead a person who has just logged in elsewhere.
const pathOf = (next: string | undefined) => (next && /^\/(?![/\\])/.test(next) ? next : '/desk')
