/** One filing: what was sent under its key, and the case that was acknowledged for it. */
interface Filing {
  readonly key: string
  acknowledged?: number
}

/** What stands in the database for one key. */
export interface Standing {
  readonly key: string
  readonly cases: number
}

/** What the house promised and what it kept. */
export interface Verdict {
  readonly filed: number
  readonly acknowledged: number
  /** Acknowledged, and no such case stands whole: must be none. */
  readonly lost: readonly string[]
  /** More than one case stands for one key, or two cases were acknowledged for it: must be none. */
  readonly doubled: readonly string[]
  /** Sent again until acknowledged, and still not: must be none. */
  readonly unanswered: readonly string[]
  /** A case that nobody filed: must be none. */
  readonly unasked: number
}

/** Keeps book of filings while servers die: which were sent, which were acknowledged. */
export class Book {
  readonly #filings = new Map<string, Filing>()
  readonly #contradicted = new Set<string>()

  /** A new filing is about to be sent. @returns its idempotency key */
  file(): string {
    const key = crypto.randomUUID()
    this.#filings.set(key, { key })
    return key
  }

  /** The house answered with a case. A second answer for one key must name the same case. */
  acknowledge(key: string, caseId: number): void {
    const filing = this.#filings.get(key)
    if (!filing) throw new Error(`${key} was never filed`)
    if (filing.acknowledged !== undefined && filing.acknowledged !== caseId) this.#contradicted.add(key)
    filing.acknowledged ??= caseId
  }

  /** Keys that were sent and not acknowledged: their cases may stand or not. */
  get open(): string[] {
    return [...this.#filings.values()].filter((filing) => filing.acknowledged === undefined).map(({ key }) => key)
  }

  get acknowledged(): number {
    return this.#filings.size - this.open.length
  }

  /** Holds the book against what stands: cases counted by key, and the ids of all that stand whole. */
  judge(standing: readonly Standing[], ids: ReadonlySet<number>): Verdict {
    const filings = [...this.#filings.values()]
    const acknowledged = filings.filter((filing) => filing.acknowledged !== undefined)
    const counted = new Map(standing.map(({ key, cases }) => [key, cases]))
    const stands = ({ key, acknowledged }: Filing) => ids.has(acknowledged!) && (counted.get(key) ?? 0) > 0
    const doubled = filings.filter(({ key }) => (counted.get(key) ?? 0) > 1 || this.#contradicted.has(key))
    return {
      filed: filings.length,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter((filing) => !stands(filing)).map(({ key }) => key),
      doubled: doubled.map(({ key }) => key),
      unanswered: this.open,
      unasked: standing.filter(({ key }) => !this.#filings.has(key)).length,
    }
  }
}
