import { sql } from 'kysely'
import type { Database } from './database.ts'

/** One push as an open page may get it; `seq` rises in the order of commits. */
export interface LivePush {
  readonly seq: number
  readonly topic: string
  readonly unitIds: readonly number[]
  readonly staffIds: readonly number[]
  readonly barred: readonly number[]
  readonly sealed: boolean
  readonly data: Readonly<Record<string, unknown>>
  readonly at: Date
}

export interface Subscription {
  readonly district: number
  /** The last number that the page has; undefined for a new page. */
  readonly after?: number
  readonly sees: (push: LivePush) => boolean
  readonly deliver: (push: LivePush) => void
  /** What lies between is forgotten: the page has to read its lists again. */
  readonly onGap: () => void
}

const PAGE = 500

/** What is new in one district, read once for all its open pages in this process. */
export class Feed {
  readonly #database: Database
  readonly #district: number
  // The last number that each page has: another process may have told it more than this one has read.
  readonly #open = new Map<Subscription, number>()
  #seen: number
  #reading: Promise<void> | null = null
  #again = false

  private constructor(database: Database, district: number, seen: number) {
    this.#database = database
    this.#district = district
    this.#seen = seen
  }

  /** A feed that begins now. */
  static async begin(database: Database, district: number): Promise<Feed> {
    const { rows } = await database.as('worker', { district }, (tx) =>
      sql<{ seen: number }>`select coalesce(max(seq), 0) as seen from push where district_id = ${district}`.execute(tx),
    )
    return new Feed(database, district, rows[0]!.seen)
  }

  /** Adds a page, after it got what it missed. Nothing is lost or told twice between the two. */
  async add(page: Subscription): Promise<void> {
    let last = page.after ?? this.#seen
    if (!(await this.#remembers(last, page.after))) page.onGap()
    else
      while (last < this.#seen) {
        const missed = await this.#read(last)
        for (const push of missed) tell(page, push)
        last = missed.at(-1)?.seq ?? this.#seen
      }
    this.#open.set(page, last)
  }

  remove(page: Subscription): void {
    this.#open.delete(page)
  }

  /** Reads on and tells every page. Calls that come while it reads are answered by one more reading. */
  async advance(): Promise<void> {
    this.#again = true
    this.#reading ??= this.#drain().finally(() => {
      this.#reading = null
    })
    await this.#reading
  }

  async #drain(): Promise<void> {
    while (this.#again) {
      this.#again = false
      const fresh = await this.#read(this.#seen)
      for (const push of fresh) {
        this.#seen = push.seq
        for (const [page, last] of this.#open) if (push.seq > last) tell(page, push)
      }
      this.#again ||= fresh.length === PAGE
    }
  }

  async #remembers(last: number, after: number | undefined): Promise<boolean> {
    if (after === undefined) return true
    const { rows } = await this.#database.as('worker', { district: this.#district }, (tx) =>
      sql`select from push where district_id = ${this.#district} and seq = ${last}`.execute(tx),
    )
    return rows.length === 1
  }

  async #read(after: number): Promise<LivePush[]> {
    const { rows } = await this.#database.as('worker', { district: this.#district }, (tx) =>
      sql<LivePush>`
        select seq, topic, unit_ids as "unitIds", to_jsonb(staff_ids) as "staffIds", sealed, data, at,
          array(select u from unnest(barred) r, generate_series(lower(r), upper(r) - 1) u) as barred
        from push where district_id = ${this.#district} and seq > ${after} order by seq limit ${PAGE}`.execute(tx),
    )
    return rows
  }
}

function tell(page: Subscription, push: LivePush): void {
  if (page.sees(push)) page.deliver(push)
}
