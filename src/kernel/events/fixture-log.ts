import pg from 'pg'
import { expect, vi } from 'vitest'
import { type SettableClock, settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { testDatabase } from '#test/database'
import { record } from './record.ts'

/** A log of two districts in which tests let things happen. */
export interface TestLog {
  readonly database: Database
  readonly clock: SettableClock
  readonly owner: pg.Client
  readonly ownerUrl: string
  /** One event in a transaction of its own. */
  happen(subjectId: number, verb: string, district?: number): Promise<void>
  /** Waits until no transaction of the whole server (another test file's) can precede what has happened. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function openLog(): Promise<TestLog> {
  const { ownerUrl, urls } = await testDatabase()
  const database = new Database(urls, 4)
  const clock = settableClock('2026-03-02T01:00:00Z')
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const id of [1, 2]) {
    await owner.query(`insert into district (id, name, hotline) values ($1, '{"zh": "示范区"}', '12345')`, [id])
  }
  return {
    database,
    clock,
    owner,
    ownerUrl,
    happen: (subjectId, verb, district = 1) =>
      database.as('worker', { district }, (tx) =>
        record(tx, { subject: 'setting', subjectId, verb, actor: { kind: 'system', id: null }, at: clock.now() }),
      ),
    settled: () =>
      vi.waitFor(async () => {
        const { rows } = await owner.query('select log_horizon() > coalesce(max(position), 0) as clear from event')
        expect(rows[0].clear).toBe(true)
      }, 15_000),
    async close() {
      await owner.end()
      await database.close()
    },
  }
}
