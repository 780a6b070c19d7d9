import { sql } from 'kysely'
import { type Rule, rulesAt } from '#kernel/settings'
import { type Clock, dateOf } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Role } from '../actor.ts'
import { Recent } from './recent.ts'

/** What the rules say about accounts today. Times are in minutes. @rule X12 X13 */
export interface AccountRules {
  readonly lockout: { readonly tries: number; readonly minutes: number }
  readonly idleMinutes: number
  readonly sessionMinutes: number
  readonly signInsPerMinute: number
  readonly password: PasswordRules
  readonly secondFactorRoles: readonly Role[]
}

export interface PasswordRules {
  readonly length: number
  /** How many of lower case, upper case, digit and sign it must mix. */
  readonly classes: number
  readonly days: number
}

// Rows of no district are the platform's; 0 is never a district's number.
const PLATFORM = 0

/** The rules of accounts, at most two seconds old. */
export class AccountRuleBook {
  readonly #database: Database
  readonly #clock: Clock
  readonly #recent = new Recent<AccountRules>()
  readonly #strictest = new Recent<AccountRules['lockout']>()

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  /** A district's rules; the platform's without one. */
  of(district = PLATFORM): Promise<AccountRules> {
    return this.#recent.get(String(district), async () => {
      const today = dateOf(this.#clock.now())
      return read(await this.#database.as('staff', { district }, (tx) => rulesAt(tx, 'account.', today)))
    })
  }

  /** The strictest lock-out of all districts: the same for every name, so that a refusal tells nothing about it. */
  lockout(): Promise<AccountRules['lockout']> {
    return this.#strictest.get('', async () => {
      const { rows } = await sql<{ id: number }>`select id from district`.execute(this.#database.unscoped('staff'))
      const all = await Promise.all([PLATFORM, ...rows.map(({ id }) => id)].map((district) => this.of(district)))
      return {
        tries: Math.min(...all.map(({ lockout }) => lockout.tries)),
        minutes: Math.max(...all.map(({ lockout }) => lockout.minutes)),
      }
    })
  }
}

function read(rules: readonly Rule[]): AccountRules {
  const value = (key: string): unknown => {
    const rule = rules.find((each) => each.key === `account.${key}`)
    if (!rule) throw new Error(`no setting account.${key} is in force`)
    return rule.value
  }
  const amount = (key: string) => (value(key) as { amount: number }).amount
  return {
    lockout: { tries: amount('lockout.tries'), minutes: amount('lockout.duration') },
    idleMinutes: amount('idle'),
    sessionMinutes: amount('session') * 60,
    signInsPerMinute: amount('signIn.perMinute'),
    password: { length: amount('password.length'), classes: amount('password.classes'), days: amount('password.age') },
    secondFactorRoles: value('secondFactor.roles') as Role[],
  }
}
