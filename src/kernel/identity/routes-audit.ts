import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http'
import { auditLog } from './audit-log.ts'
import { readAuditLog } from './contract.ts'
import type { IdentityHouse } from './routes.ts'

const PAGE = 100

/** The evidence, for the audit administrator alone. */
export function addAuditRoutes(app: FastifyInstance, { database }: IdentityHouse): void {
  handle(app, readAuditLog, async ({ actor, query }) =>
    database.as('staff', actor.scope, async (tx) => ({
      events: await auditLog(tx, actor, { ...query, limit: query.limit ?? PAGE }),
    })),
  )
}
