import type { Name } from '#kernel/identity'
import type { EndsAt, LimitUnit } from './limit.ts'

/** Consecutive calendar dates with one name. */
export interface NamedDays {
  readonly from: string
  readonly to: string
  readonly name: Name
}

/**
 * What happened to a clock, in order. Together with a calendar these steps give the deadline again. Instants are ISO
 * strings, dates 'YYYY-MM-DD'.
 */
export type GivenStep =
  | {
      readonly step: 'start'
      readonly at: string
      readonly amount: number
      readonly unit: LimitUnit
      readonly endsAt: EndsAt
      readonly timeZone: string
      readonly ruleId?: string
      readonly source?: string
    }
  /** A deadline that another body has set: kept as given. */
  | { readonly step: 'given'; readonly at: string; readonly due: string; readonly by: Name; readonly timeZone: string }
  | { readonly step: 'pause'; readonly at: string }
  | { readonly step: 'resume'; readonly at: string }
  | { readonly step: 'extend'; readonly amount: number; readonly unit: LimitUnit }
  /** A recount found an earlier end; a promised deadline is not shortened. */
  | { readonly step: 'keep'; readonly until: string; readonly earlier: string; readonly because: Name }
  /** A recount moved or confirmed the deadline that was. */
  | { readonly step: 'recount'; readonly was: string; readonly because: Name }

/** What followed from it by the calendar: for the person who asks why. */
export type FoundStep =
  | {
      readonly step: 'counted'
      readonly rests: readonly NamedDays[]
      readonly makeUps: readonly NamedDays[]
      readonly weekendDays: number
    }
  | { readonly step: 'rolled'; readonly from: string; readonly to: string; readonly over: Name | null }
  | { readonly step: 'due'; readonly at: string; readonly date: string; readonly time: string }
  | { readonly step: 'provisional'; readonly years: readonly number[] }

export type DerivationStep = GivenStep | FoundStep

/** How a deadline came about: JSON, kept with the clock. */
export type Derivation = readonly DerivationStep[]

export type Start = Extract<GivenStep, { step: 'start' | 'given' }>

const found = new Set<string>(['counted', 'rolled', 'due', 'provisional'])

/** The steps that were not worked out, in order. */
export const givenSteps = (derivation: Derivation): GivenStep[] =>
  derivation.filter((step): step is GivenStep => !found.has(step.step))

/** @throws Error where the steps are no derivation of this engine */
export function startOf(derivation: Derivation): Start {
  const first = derivation[0]
  if (first?.step !== 'start' && first?.step !== 'given') throw new Error('a derivation begins with its start')
  return first
}

/** The deadline that people were told last. @throws Error where the steps hold none */
export function toldDue(derivation: Derivation): number {
  const told = derivation.findLast((step) => step.step === 'due')
  if (!told) throw new Error('a derivation tells a deadline')
  return Date.parse(told.at)
}
