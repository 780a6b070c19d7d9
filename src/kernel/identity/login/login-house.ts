import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import { AccountRuleBook } from './account-rules.ts'
import { Attempts } from './attempts.ts'

export interface LoginConfig {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** The address that people type: cookies are secure where it is https. */
  readonly publicUrl: string
  /** Signs cookies and encrypts second factors; the same in every process. */
  readonly secret: string
  /** The issuer of the single sign-on; its `preferred_username` is the user name here. */
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
}

/** What every part of the log-in works with. */
export interface LoginHouse extends LoginConfig {
  readonly rules: AccountRuleBook
  readonly attempts: Attempts
}

export const openLoginHouse = (config: LoginConfig): LoginHouse => ({
  ...config,
  rules: new AccountRuleBook(config.database, config.clock),
  attempts: new Attempts(config.database, config.secret),
})
