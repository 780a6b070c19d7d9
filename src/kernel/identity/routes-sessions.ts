import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#platform/errors'
import { handle } from '#platform/http'
import { endOtherSessions, endSessionRoute, listSessions, listWaysToLogIn } from './contract.ts'
import { recordLogIn } from './login/record-log-in.ts'
import { endSession, endSessions, sessionsOf } from './login/sessions.ts'
import type { IdentityHouse } from './routes.ts'

/** Where somebody is logged in, and how they end it. */
export function addSessionRoutes(app: FastifyInstance, { database, clock, login }: IdentityHouse): void {
  const stateOf = async (request: FastifyRequest) => {
    const found = await login.find(request)
    if (!found) throw refuse('not-logged-in')
    return { ...found.state, staff: { district: found.actor.district, staffId: found.actor.id ?? 0 } }
  }
  handle(app, listWaysToLogIn, async () => ({
    password: true,
    passkey: true,
    singleSignOn: login.house.oidc !== undefined,
  }))
  handle(app, listSessions, async ({ actor, raw }) => {
    const { userId, session } = await stateOf(raw)
    const { idleMinutes } = await login.house.rules.of(actor.district)
    const found = await sessionsOf(database, userId, clock.now(), idleMinutes)
    const sessions = found.map(({ startedAt, seenAt, ...rest }) => ({
      ...rest,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      current: rest.id === session,
    }))
    return { sessions }
  })
  handle(app, endSessionRoute, async ({ params, raw }) => {
    const { userId, staff } = await stateOf(raw)
    await endSession(database, userId, params.id)
    await recordLogIn(database, staff, 'endSession', clock.now(), { session: params.id })
    return { ended: 1 }
  })
  handle(app, endOtherSessions, async ({ raw }) => {
    const { userId, staff, session } = await stateOf(raw)
    const ended = await endSessions(database, userId, session)
    if (ended > 0) await recordLogIn(database, staff, 'endSession', clock.now(), { others: ended })
    return { ended }
  })
}
