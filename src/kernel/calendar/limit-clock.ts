import type { Derivation } from './derivation.ts'

/** A limit that runs: when it ends, and why then. Everything follows from the derivation and a calendar. */
export interface LimitClock {
  /** While the clock is paused, when it would have ended. */
  readonly due: Date
  readonly state: 'running' | 'paused'
  readonly pausedAt: Date | null
  /** Whether the deadline rests on a year without a holiday notice. */
  readonly provisional: boolean
  readonly derivation: Derivation
}

/** A clock as its table holds it. */
export interface ClockColumns {
  readonly due_at: string
  readonly state: 'running' | 'paused'
  readonly paused: { readonly at: string } | null
  readonly provisional: boolean
  readonly derivation: Derivation
}

/** What to write into the table of clocks. */
export const clockColumns = ({ due, state, pausedAt, provisional, derivation }: LimitClock): ClockColumns => ({
  due_at: due.toISOString(),
  state,
  paused: pausedAt && { at: pausedAt.toISOString() },
  provisional,
  derivation,
})
