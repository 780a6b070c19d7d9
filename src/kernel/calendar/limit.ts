import { amountOf, type Rule } from '#kernel/settings'

/** Hours, working hours, calendar days, working days, months, years. */
export const limitUnits = ['H', 'WH', 'CD', 'WD', 'M', 'Y'] as const
export type LimitUnit = (typeof limitUnits)[number]

export type EndsAt = 'closeOfBusiness' | '24:00'

/** How long something may take, and by which rule. */
export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
  readonly ruleId: string
  readonly source: string
  /** Where a limit in days ends on its last day. */
  readonly endsAt: EndsAt
}

/** A limit in working days ends with business unless its rule says otherwise, one in calendar days, months or years at 24:00. @rule T2 */
export const usualEnd = (unit: LimitUnit): EndsAt =>
  unit === 'CD' || unit === 'M' || unit === 'Y' ? '24:00' : 'closeOfBusiness'

export const isLimitUnit = (unit: unknown): unit is LimitUnit => limitUnits.some((known) => known === unit)

/** The limit that a setting sets. @throws Error where the setting is none */
export function limitOf(rule: Rule): Limit {
  if (!isLimitUnit(rule.unit)) throw new Error(`the setting ${rule.key} is not a limit`)
  const { endsAt = usualEnd(rule.unit) } = rule.value as { endsAt?: EndsAt }
  return { amount: amountOf(rule), unit: rule.unit, ruleId: rule.ruleId ?? rule.key, source: rule.source ?? '', endsAt }
}
