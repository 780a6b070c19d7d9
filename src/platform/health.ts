import type { FastifyInstance } from 'fastify'
import type { Database } from './database.ts'
import { refuse } from './errors.ts'

/** /healthz answers while the process lives; /readyz only while the database answers too. */
export function addHealth(app: FastifyInstance, database: Database): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async () => {
    try {
      await database.pools.staff.query({ text: 'select 1', name: 'ready' })
    } catch {
      throw refuse('unavailable')
    }
    return { status: 'ready' }
  })
}
