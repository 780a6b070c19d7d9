import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { refuseIdentity } from '../refusals.ts'
import type { PasswordRules } from './account-rules.ts'
import type { Auth } from './better-auth.ts'
import { checkPassword } from './check-password.ts'

export interface NewAccount {
  readonly userName: string
  readonly name: string
  readonly password: string
  /** Whether it must be changed before any work: whoever made the account knows it. */
  readonly initial: boolean
}

const USER_NAME = /^[a-z][a-z0-9_.]{2,29}$/

/**
 * Makes an account to log in with.
 * @returns its id, to stand in staff.user_id
 * @throws Refusal identity.user-name, identity.user-name-taken or identity.weak-password
 */
export async function createAccount(auth: Auth, account: NewAccount, rules: PasswordRules, now: Date): Promise<string> {
  const { userName, name, password, initial } = account
  if (!USER_NAME.test(userName)) throw refuseIdentity('identity.user-name')
  checkPassword(password, userName, rules)
  const { internalAdapter, password: hasher, adapter } = await auth.$context
  const taken = await adapter.findOne({ model: 'user', where: [{ field: 'username', value: userName }] })
  if (taken) throw refuseIdentity('identity.user-name-taken', { userName })
  // better-auth wants an address; nobody's mail is needed to log in, and .invalid is nobody's.
  const user = await internalAdapter.createUser(
    {
      name,
      email: `${userName}@staff.invalid`,
      emailVerified: true,
      username: userName,
      passwordSetAt: now,
      passwordInitial: initial,
    },
    { method: 'username' },
  )
  const credential = { accountId: user.id, userId: user.id, providerId: 'credential' }
  await internalAdapter.linkAccount({ ...credential, password: await hasher.hash(password) })
  return user.id
}

/** Gives the account a first password again, forgets its second factor and ends its log-ins. */
export async function resetAccount(
  auth: Auth,
  database: Database,
  userId: string,
  password: string,
  now: Date,
): Promise<void> {
  const { internalAdapter, password: hasher } = await auth.$context
  await internalAdapter.updatePassword(userId, await hasher.hash(password))
  await sql`
    with ended as (delete from auth.session where "userId" = ${userId}),
      factor as (delete from auth."twoFactor" where "userId" = ${userId})
    update auth."user" set "passwordSetAt" = ${now}, "passwordInitial" = true, "twoFactorEnabled" = false
    where id = ${userId}`.execute(database.unscoped('auth'))
}

/** Removes an account that nobody came to own. */
export async function removeAccount(database: Database, userId: string): Promise<void> {
  await sql`delete from auth."user" where id = ${userId}`.execute(database.unscoped('auth'))
}
