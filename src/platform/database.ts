import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.gen.ts'

// bigint ids stay below 2^53; dates are calendar dates, never instants.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Tx = Transaction<Schema>
export type PoolName = 'staff' | 'portal' | 'worker' | 'auth' | 'figures'

/** What row-level security lets a transaction see. Multiranges are written as PostgreSQL does: '{[3,4),[7,9)}'. */
export interface Scope {
  readonly district: number
  /** Units whose cases are visible: the subtree of every post, with predecessors. */
  readonly reach?: string
  /** Units the person belongs to: a case that bars one of them is hidden. */
  readonly home?: string
  /** Units whose sealed cases are visible. */
  readonly sealedReach?: string
  /** Units whose residents may be looked up. */
  readonly peopleReach?: string
  /** Residents whose own cases are visible in the portal: ids. */
  readonly persons?: readonly number[]
  /** One case opened by its receipt code in the portal. */
  readonly receiptCase?: number
  /** The audit administrator reads events of every subject. */
  readonly audit?: boolean
  /** The member of staff whose own messages and phones are visible. */
  readonly staff?: number
  /** The system administrator writes units and accounts, the security administrator posts. */
  readonly administers?: 'system' | 'security'
}

/** The local settings that row-level security reads, in the names the policies use. */
export function scopeSettings(scope: Scope): Record<string, string> {
  return {
    'app.district': String(scope.district),
    'app.scope': scope.reach ?? '{}',
    'app.home': scope.home ?? '{}',
    'app.sealed_reach': scope.sealedReach ?? '{}',
    'app.people_reach': scope.peopleReach ?? '{}',
    'app.persons': `{${(scope.persons ?? []).join(',')}}`,
    'app.receipt_case': scope.receiptCase === undefined ? '' : String(scope.receiptCase),
    'app.audit': String(scope.audit ?? false),
    'app.staff': scope.staff === undefined ? '' : String(scope.staff),
    'app.administers': scope.administers ?? '',
  }
}

export interface DatabaseUrls {
  readonly staff: string
  readonly portal: string
  readonly worker: string
  readonly auth: string
  readonly figures: string
}

/** The house's connections: one pool per role, so that a forgotten check still meets row-level security. */
export class Database {
  readonly pools: Record<PoolName, pg.Pool>
  readonly #kysely: Record<PoolName, Kysely<Schema>>

  /** @param patience milliseconds to wait for a free connection: short where a person waits, long for a making */
  constructor(urls: DatabaseUrls, size = 8, patience = 5_000) {
    const pool = (name: PoolName) => {
      const made = new pg.Pool({ connectionString: urls[name], max: size, connectionTimeoutMillis: patience })
      made.on('error', () => undefined) // an idle connection that breaks is replaced at the next use
      // One that breaks at work fails its query; unheard here it would also end the process.
      made.on('connect', (client) => client.on('error', () => undefined))
      return made
    }
    this.pools = {
      staff: pool('staff'),
      portal: pool('portal'),
      worker: pool('worker'),
      auth: pool('auth'),
      figures: pool('figures'),
    }
    const kysely = (name: PoolName) => new Kysely<Schema>({ dialect: new PostgresDialect({ pool: this.pools[name] }) })
    this.#kysely = {
      staff: kysely('staff'),
      portal: kysely('portal'),
      worker: kysely('worker'),
      auth: kysely('auth'),
      figures: kysely('figures'),
    }
  }

  /** Runs one transaction as a role, under a scope; rolled back when `work` throws. */
  async as<T>(role: PoolName, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return await this.#kysely[role].transaction().execute(async (tx) => {
      await setScope(tx, scope)
      return await work(tx)
    })
  }

  /** For queries that need no scope, such as the list of districts. */
  unscoped(role: PoolName): Kysely<Schema> {
    return this.#kysely[role]
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.pools).map((pool) => pool.end()))
  }
}

async function setScope(tx: Tx, scope: Scope): Promise<void> {
  const settings = Object.entries(scopeSettings(scope)).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await sql`select ${sql.join(settings)}`.execute(tx)
}
