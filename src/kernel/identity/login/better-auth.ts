import { type PasskeyOptions, passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor, username } from 'better-auth/plugins'
import { admitSession } from './admit-session.ts'
import type { LoginHouse } from './login-house.ts'
import { watchLogIns } from './watch-log-ins.ts'

export const COOKIE_PREFIX = 'lianxin'
/** Carries the address of the caller as the platform knows it; set by the mount, never taken from outside. */
export const ADDRESS_HEADER = 'x-lianxin-address'
export const BASE_PATH = '/api/auth'
/** The one issuer of a single sign-on, as better-auth calls it in paths and rows. */
export const SSO = 'sso'

// How the tables of migration 0008 are told to better-auth.
const tables = {
  user: {
    additionalFields: {
      passwordSetAt: { type: 'date', required: false, input: false, returned: false },
      passwordInitial: { type: 'boolean', required: false, input: false, returned: false },
    },
  },
  session: {
    additionalFields: {
      seenAt: { type: 'date', required: false, input: false },
      method: { type: 'string', required: false, input: false },
    },
  },
} as const satisfies BetterAuthOptions

/**
 * The engine of log-ins, over the schema `auth` and its own connections. Accounts are made by createStaff alone.
 * `more` are the plugins of one way to log in that not every process can offer.
 */
export function makeAuth(house: LoginHouse, ...more: BetterAuthPlugin[]) {
  const { publicUrl, secret, database } = house
  return betterAuth({
    appName: '连心桥 Lianxin',
    baseURL: publicUrl,
    basePath: BASE_PATH,
    secret,
    database: { db: database.unscoped('auth'), type: 'postgres', schemaName: 'auth', transaction: true },
    ...tables,
    databaseHooks: {
      session: { create: { before: admitSession(house) } },
      account: { create: { before: withoutTokens } },
    },
    // The length is checked by checkPassword, by the rules of the district.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    account: { accountLinking: { enabled: true, trustedProviders: [SSO] }, updateAccountOnSignIn: false },
    // Wrong codes are counted by watchLogIns, as wrong passwords are.
    plugins: [
      username(),
      twoFactor({ accountLockout: { enabled: false } }),
      passkey(passkeyOptions(publicUrl)),
      ...more,
      watchLogIns(house),
    ],
    rateLimit: { enabled: true, storage: 'database', ...limits(house) },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      disableCSRFCheck: true, // the platform's server compares Origin and Host before a request comes here
    },
    // A single sign-on that failed comes back here, the reason in ?error=.
    onAPIError: { throw: true, errorURL: `${publicUrl}/desk/login` },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

// The issuer is never asked anything more, so nothing that opens it is kept.
const withoutTokens = async (account: object) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
})

export type Auth = ReturnType<typeof makeAuth>

const passkeyOptions = (publicUrl: string): PasskeyOptions => ({
  rpID: new URL(publicUrl).hostname,
  rpName: '连心桥 Lianxin',
  origin: new URL(publicUrl).origin,
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  authentication: { afterVerification: ({ verification }) => refuseUnverified(verification.authenticationInfo) },
})

// A passkey counts as two factors only where its device has asked for a finger, a face or a PIN.
function refuseUnverified({ userVerified }: { userVerified: boolean }): void {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

// Many clerks of one centre share an address, so the limit is far above what guards one account: the lock-out.
function limits({ rules }: LoginHouse) {
  const rule = async () => ({ window: 60, max: (await rules.of()).signInsPerMinute })
  const customRules = { '/sign-in/*': rule, '/two-factor/*': rule, '/passkey/*': rule, '/change-password': rule }
  return { window: 60, max: 600, customRules }
}
