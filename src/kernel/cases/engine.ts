import { CompiledQuery as Compiled, type CompiledQuery } from 'kysely'
import type { Actor } from '#kernel/identity'
import type { Clock } from '#platform/clock'
import type { Database, PoolName, Tx } from '#platform/database'
import { scopeSettings } from '#platform/database'
import type { Timekeepers } from './timekeeper.ts'

/** What the engine works with. */
export interface Engine {
  readonly database: Database
  readonly clock: Clock
  readonly timekeepers: Timekeepers
}

/** Runs one prepared statement: on a pool of its own, or inside a transaction that is already scoped. */
export type Run = <T>(name: string, text: string, values: readonly unknown[]) => Promise<T[]>

const poolOf: Record<Actor['kind'], PoolName> = { staff: 'staff', resident: 'portal', system: 'worker' }

/** Statements as the actor's own role; each is a transaction of its own, so one that met a deadlock is simply done again. */
export function runAs(engine: Engine, actor: Actor): Run {
  const pool = engine.database.pools[poolOf[actor.kind]]
  return async <T>(name: string, text: string, values: readonly unknown[]) => {
    const once = async () => (await pool.query({ name, text, values: [...values] })).rows as T[]
    return await once().catch(async (error: { code?: string }) => {
      if (error.code !== DEADLOCK) throw error
      return await once()
    })
  }
}

// A verb and a timer of the same case may lock its rows the other way round; PostgreSQL ends one of them.
const DEADLOCK = '40P01'

/** Statements inside a transaction (timers and imports run their verbs in it). */
export function runIn(tx: Tx): Run {
  return async <T>(_name: string, text: string, values: readonly unknown[]) =>
    (await tx.executeQuery(Compiled.raw(text, [...values]) as CompiledQuery<T>)).rows
}

export const scopeOf = (actor: Actor): string => JSON.stringify(scopeSettings(actor.scope))
