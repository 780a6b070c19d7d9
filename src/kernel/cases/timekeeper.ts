import { type Limit, limitOf, loadCalendars, type WorkCalendar } from '#kernel/calendar'
import { amountOf, type Rule, rulesAt } from '#kernel/settings'
import { type Clock, dateOf } from '#platform/clock'
import type { Database } from '#platform/database'
import type { CaseFacts, ClockDeclaration } from './case-type.ts'

/** Rules and working time of one district as of now, held in memory so that deadlines cost no round trip. */
export interface Timekeeper {
  readonly profile: string
  readonly fractions: readonly number[]
  limit(clock: ClockDeclaration, facts: Omit<CaseFacts, 'profile'>): Limit
  number(key: string): number
  calendar(unit: number): WorkCalendar
}

// A changed rule or holiday notice reaches every process within this time; it binds clocks started after that.
const freshFor = 5_000

/** Gives each district's timekeeper, renewed every few seconds. */
export class Timekeepers {
  readonly #database: Database
  readonly #clock: Clock
  readonly #kept = new Map<number, { made: number; keeper: Promise<Timekeeper> }>()

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  of(district: number): Promise<Timekeeper> {
    const kept = this.#kept.get(district)
    const now = performance.now()
    if (kept && now - kept.made < freshFor) return kept.keeper
    const keeper = this.#load(district)
    this.#kept.set(district, { made: now, keeper })
    keeper.catch(() => this.#kept.delete(district))
    return keeper
  }

  async #load(district: number): Promise<Timekeeper> {
    return await this.#database.as('worker', { district }, async (tx) => {
      const today = dateOf(this.#clock.now())
      const rules = new Map((await rulesAt(tx, '', today)).map((rule) => [rule.key, rule]))
      const calendars = await loadCalendars(tx)
      return timekeeper(rules, calendars)
    })
  }
}

type Calendars = { of(unit: number): WorkCalendar }

/** A timekeeper over loaded rules and calendars. @throws Error when a rule that a clock names is missing */
export function timekeeper(rules: ReadonlyMap<string, Rule>, calendars: Calendars): Timekeeper {
  const get = (key: string): Rule => {
    const rule = rules.get(key)
    if (!rule) throw new Error(`no rule ${key} is in force`)
    return rule
  }
  const profile = String(get('hotline.profile').value)
  return {
    profile,
    fractions: get('timer.remind.fractions').value as number[],
    limit: (clock, facts) => limitOf(get(clock.rule({ ...facts, profile }))),
    number: (key) => amountOf(get(key)),
    calendar: (unit) => calendars.of(unit),
  }
}
