import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#platform/database'

export interface AttemptLimit {
  readonly tries: number
  readonly minutes: number
}

/** Whether one more try is free; where it is not, the minutes until it is, and where it was the last one. */
export type Attempt =
  | { readonly free: true; readonly last: boolean }
  | { readonly free: false; readonly minutes: number }

/**
 * Counts tries that may fail, shared by all processes. A try is counted before it is made, so that many at once cannot
 * slip through; after the last one all wait until the minutes have passed since it.
 */
export class Attempts {
  readonly #database: Database
  readonly #secret: string

  constructor(database: Database, secret: string) {
    this.#database = database
    this.#secret = secret
  }

  async take(kind: string, who: string, { tries, minutes }: AttemptLimit, now: Date): Promise<Attempt> {
    const span = sql`make_interval(secs => ${minutes * 60})`
    const { rows } = await sql<{ count: number }>`
      insert into auth.attempt as a (kind, key, count, last_at) values (${kind}, ${this.#digest(who)}, 1, ${now})
      on conflict (kind, key) do update set last_at = excluded.last_at,
        count = case when a.last_at + ${span} > excluded.last_at then a.count + 1 else 1 end
      where a.count < ${tries} or a.last_at + ${span} <= excluded.last_at
      returning count`.execute(this.#database.unscoped('auth'))
    if (rows[0]) return { free: true, last: rows[0].count >= tries }
    return { free: false, minutes: await this.#wait(kind, who, minutes, now) }
  }

  /** It succeeded, or an administrator helped: the count begins anew. */
  async clear(kind: string, who: string): Promise<void> {
    await sql`delete from auth.attempt where kind = ${kind} and key = ${this.#digest(who)}`.execute(
      this.#database.unscoped('auth'),
    )
  }

  async #wait(kind: string, who: string, minutes: number, now: Date): Promise<number> {
    const { rows } = await sql<{ last_at: Date }>`
      select last_at from auth.attempt where kind = ${kind} and key = ${this.#digest(who)}`.execute(
      this.#database.unscoped('auth'),
    )
    const until = (rows[0]?.last_at.getTime() ?? now.getTime()) + minutes * 60_000
    return Math.max(1, Math.ceil((until - now.getTime()) / 60_000))
  }

  #digest(who: string): string {
    return createHmac('sha256', this.#secret).update(`attempt ${who}`).digest('base64url')
  }
}
