import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { sql } from 'kysely'
import { refuseIdentity } from '../refusals.ts'
import { checkPassword } from './check-password.ts'
import type { LoginHouse } from './login-house.ts'
import { methodOf } from './login-method.ts'
import { type LogInVerb, recordLogIn } from './record-log-in.ts'
import { findStaffOfUser } from './staff-of-user.ts'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

// A redirection is thrown too.
const wasRefused = ({ context: { returned } }: Context) => isAPIError(returned) && returned.statusCode >= 400

/** Verbs of endpoints that change a log-in without beginning one. */
const changes: Readonly<Record<string, LogInVerb>> = {
  '/change-password': 'changePassword',
  '/two-factor/disable': 'disableSecondFactor',
  '/passkey/verify-registration': 'addPasskey',
  '/passkey/delete-passkey': 'removePasskey',
}

const isCode = ({ path }: { path?: string }) => path?.startsWith('/two-factor/verify-') ?? false

/** Lock-out, the rules of passwords, and the evidence of every log-in, around better-auth's endpoints. */
export function watchLogIns(house: LoginHouse): BetterAuthPlugin {
  const at = (path: string) => (context: { path?: string }) => context.path === path
  return {
    id: 'lianxin',
    hooks: {
      before: [
        { matcher: at('/sign-in/username'), handler: createAuthMiddleware((context) => beforeSignIn(house, context)) },
        { matcher: at('/change-password'), handler: createAuthMiddleware((context) => beforeChange(house, context)) },
        { matcher: isCode, handler: createAuthMiddleware((context) => beforeCode(house, context)) },
        { matcher: at('/sign-out'), handler: createAuthMiddleware((context) => beforeSignOut(house, context)) },
      ],
      after: [
        { matcher: () => true, handler: createAuthMiddleware((context) => afterAny(house, context)) },
        { matcher: at('/sign-in/username'), handler: createAuthMiddleware((context) => afterSignIn(house, context)) },
        { matcher: at('/change-password'), handler: createAuthMiddleware((context) => afterChange(house, context)) },
        { matcher: isCode, handler: createAuthMiddleware((context) => afterCode(house, context)) },
      ],
    },
  }
}

async function beforeSignIn(house: LoginHouse, context: Context) {
  await takeTry(house, 'password', String(context.body?.username).toLowerCase())
  // A shared desk: the log-in ends with the browser, whatever the caller asked.
  return { context: { body: { ...context.body, rememberMe: false, callbackURL: undefined } } }
}

async function takeTry({ attempts, rules, clock }: LoginHouse, kind: 'password' | 'code', who: string): Promise<void> {
  const attempt = await attempts.take(kind, who, await rules.lockout(), clock.now())
  if (!attempt.free) throw refuseIdentity('identity.locked', { minutes: attempt.minutes })
}

async function afterSignIn(house: LoginHouse, context: Context): Promise<void> {
  const name = String(context.body?.username).toLowerCase()
  if (!wasRefused(context)) return await house.attempts.clear('password', name)
  // Not waited for: a known name must not take longer to refuse than an unknown one.
  void recordRefusal(house, name).catch((error) => house.log.error({ err: error }, 'a refused log-in was not recorded'))
}

async function recordRefusal({ database, clock }: LoginHouse, name: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from auth."user" where username = ${name}`.execute(
    database.unscoped('auth'),
  )
  const staff = rows[0] && (await findStaffOfUser(database, rows[0].id))
  if (staff) await recordLogIn(database, staff, 'refuseLogIn', clock.now())
}

async function beforeChange(house: LoginHouse, context: Context) {
  const session = await getSessionFromCtx(context, { disableCookieCache: true })
  if (!session) return
  const { username } = session.user as { username?: string }
  const staff = await findStaffOfUser(house.database, session.user.id)
  const { newPassword, currentPassword } = context.body ?? {}
  checkPassword(String(newPassword), username ?? '', (await house.rules.of(staff?.district)).password)
  if (newPassword === currentPassword) throw refuseIdentity('identity.same-password')
  await takeTry(house, 'password', username ?? '')
  return { context: { body: { ...context.body, revokeOtherSessions: true } } }
}

/** Whose half log-in the cookie names: the password was right, the code is awaited. */
async function halfLoggedIn(context: Context): Promise<string | undefined> {
  const { createAuthCookie, secret, internalAdapter } = context.context
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  return challenge ? (await internalAdapter.findVerificationValue(challenge))?.value : undefined
}

async function beforeCode(house: LoginHouse, context: Context): Promise<void> {
  const userId = await halfLoggedIn(context)
  if (userId) await takeTry(house, 'code', userId)
}

async function afterCode({ attempts }: LoginHouse, context: Context): Promise<void> {
  const userId = context.context.newSession?.user.id
  if (userId && !wasRefused(context)) await attempts.clear('code', userId)
}

async function beforeSignOut({ database, clock }: LoginHouse, context: Context): Promise<void> {
  const session = await getSessionFromCtx(context, { disableCookieCache: true })
  const staff = session ? await findStaffOfUser(database, session.user.id) : undefined
  if (staff) await recordLogIn(database, staff, 'logOut', clock.now(), { session: session?.session.id })
}

async function afterChange({ database, clock, attempts }: LoginHouse, context: Context): Promise<void> {
  const user = context.context.session?.user as { id: string; username?: string } | undefined
  if (!user || wasRefused(context)) return
  await attempts.clear('password', user.username ?? '')
  await sql`update auth."user" set "passwordSetAt" = ${clock.now()}, "passwordInitial" = false where id = ${user.id}`.execute(
    database.unscoped('auth'),
  )
}

async function afterAny({ database, clock }: LoginHouse, context: Context): Promise<void> {
  if (wasRefused(context)) return
  const verb = verbOf(context)
  const { newSession, session } = context.context
  const userId = (newSession ?? session)?.user.id
  const staff = verb && userId ? await findStaffOfUser(database, userId) : undefined
  if (!verb || !staff) return
  const { method, id } = (newSession?.session ?? {}) as { method?: string; id?: string }
  await recordLogIn(database, staff, verb, clock.now(), verb === 'logIn' ? { method, session: id } : {})
}

function verbOf({ path, context }: Context): LogInVerb | undefined {
  if (!methodOf(path)) return changes[path]
  if (path.startsWith('/two-factor/') && context.session) return context.newSession ? 'enableSecondFactor' : undefined
  return context.newSession ? 'logIn' : undefined
}
