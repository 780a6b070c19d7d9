import type { Tx } from '#platform/database'
import type { Name } from '../actor.ts'
import type { UnitKind } from '../units.ts'

export interface NewUnit {
  readonly name: Name
  readonly code?: string
  readonly phone?: string
}

/** One heir of a split; the first one takes every post that none names, and the open cases. */
export interface SplitPart extends NewUnit {
  readonly children?: readonly number[]
  readonly staff?: readonly number[]
}

/** What shall become of units, from a calendar date on. */
export type Reorganisation =
  | { readonly kind: 'move'; readonly unit: number; readonly under: number; readonly on: string }
  | { readonly kind: 'merge'; readonly units: readonly number[]; readonly into: number | NewUnit; readonly on: string }
  | { readonly kind: 'split'; readonly unit: number; readonly into: readonly SplitPart[]; readonly on: string }

/** A unit by its id, or one that is still to be founded: -1 is the plan's first, -2 its second. */
export type UnitRef = number

/** Whose part in open cases goes to whom; with `beside`, only where one of these takes part too. */
export interface HomeMove {
  readonly from: number
  readonly to: UnitRef
  readonly beside?: readonly number[]
}

/** Every row that a reorganisation changes. */
export interface ReorganisationPlan {
  readonly kind: Reorganisation['kind']
  readonly on: string
  /** The unit that it is about. */
  readonly about: UnitRef
  readonly founds: readonly (NewUnit & { readonly kind: UnitKind; readonly parent: number })[]
  readonly closes: readonly number[]
  readonly moves: readonly { readonly child: number; readonly to: UnitRef }[]
  readonly heirs: readonly { readonly predecessor: number; readonly successor: UnitRef }[]
  readonly posts: readonly { readonly post: number; readonly to: UnitRef }[]
  readonly homes: readonly HomeMove[]
}

/** What the part that keeps cases does when units change. */
export interface CaseHomes {
  /** Open cases in which the unit takes part now; with `beside`, only those in which one of these does too. */
  openAt(tx: Tx, unit: number, beside?: readonly number[]): Promise<readonly number[]>
  /** Hands the unit's part in a case to another unit, with an event. */
  rehome(tx: Tx, caseId: number, from: number, to: number, at: Date): Promise<void>
}
