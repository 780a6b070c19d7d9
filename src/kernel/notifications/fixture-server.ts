import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import type { Actor, Role } from '#kernel/identity'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import { DISTRICT } from './fixture-house.ts'

/** A member of staff with a post in unit 3, who reaches the units 3 and 4. */
export const member = (id: number, role: Role = 'handler'): Actor => ({
  kind: 'staff',
  id,
  district: DISTRICT,
  name: { zh: `工作人员${id}` },
  posts: [{ unit: 3, role, reach: new Set([3, 4]) }],
  scope: {
    district: DISTRICT,
    reach: '{[3,5)}',
    home: '{[3,4)}',
    ...(role === 'systemAdministrator' && { administers: 'system' as const }),
  },
  language: 'zh',
})

/** A server whose callers say who they are: the header names one of `callers`. */
export function serve(
  callers: Record<string, Actor | null>,
  addRoutes: (app: FastifyInstance) => void,
): FastifyInstance {
  const app = makeHttp({
    log: makeLog('silent'),
    authenticate: async (request, guard) =>
      guard === 'staff' ? (callers[String(request.headers['x-caller'])] ?? null) : null,
  })
  addRoutes(app)
  afterAll(() => app.close())
  return app
}
