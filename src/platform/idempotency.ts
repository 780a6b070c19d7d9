import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { refuse } from './errors.ts'
import type { Idempotency } from './http.ts'

/**
 * Runs `effect` once per (actor, key), in the effect's own transaction: a repeated key with the same content is
 * answered with the first answer, with other content it is refused.
 */
export async function once<T>(
  tx: Tx,
  actor: string,
  { key, hash }: Idempotency,
  now: Date,
  effect: () => Promise<T>,
): Promise<T> {
  const claimed = await sql`
    insert into idempotency (actor, key, hash, at) values (${actor}, ${key}, ${hash}, ${now})
    on conflict do nothing returning key`.execute(tx)
  if (claimed.rows.length === 0) return await earlierAnswer<T>(tx, actor, { key, hash })
  const answer = await effect()
  await sql`update idempotency set response = ${JSON.stringify(answer ?? null)}::jsonb
    where actor = ${actor} and key = ${key}`.execute(tx)
  return answer
}

async function earlierAnswer<T>(tx: Tx, actor: string, { key, hash }: Idempotency): Promise<T> {
  const { rows } = await sql<{ hash: string; response: T }>`
    select hash, response from idempotency where actor = ${actor} and key = ${key}`.execute(tx)
  const earlier = rows[0]
  if (!earlier || earlier.hash !== hash) throw refuse('key-reused')
  return earlier.response
}
