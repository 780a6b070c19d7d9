/** How well the source of a rule was read: full text, excerpt, not verified, unsure. */
export type Checked = 'F' | 'X' | 'M' | '?'

export type Level = 'national' | 'province' | 'city' | 'district' | 'product'

/** What a district's own value may be, compared with the platform's: law leaves some free, some only stricter. */
export type MayChange = 'any' | 'lower' | 'higher' | 'none'

/** A rule as it stands on a day. */
export interface Rule<T = unknown> {
  readonly id: number
  readonly key: string
  readonly title: { readonly zh: string; readonly en?: string } | null
  /** An amount is `{amount: 7}` with its unit beside it; other values are as their key says. */
  readonly value: T
  /** 'H', 'WH', 'CD', 'WD', 'M', 'Y' for limits; 'min', 'times', 'share', 'bytes' … for other amounts. */
  readonly unit: string | null
  /** What the limit starts with: 'dispatch', 'reply' … */
  readonly starts: string | null
  /** The id of the rule in RULES.md, e.g. 'H9'. */
  readonly ruleId: string | null
  readonly source: string | null
  readonly level: Level
  readonly checked: Checked
  readonly mayChange: MayChange
  /** The only values that make sense, where these are words. */
  readonly choices: readonly unknown[] | null
  /** Whether the district has set it itself. */
  readonly own: boolean
  /** First day and the day after the last, as calendar dates; null is unbounded. */
  readonly effective: { readonly from: string | null; readonly until: string | null }
}

/** A rule that says how many or how long. */
export interface Amount {
  readonly amount: number
}
