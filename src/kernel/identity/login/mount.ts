import type {} from '@fastify/swagger'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#platform/errors'
import { type Auth, BASE_PATH } from './better-auth.ts'
import { passOn } from './pass-on.ts'

/** The endpoints that are reachable: all others, such as a sign-up or a change of one's e-mail, do not exist here. */
const open: Readonly<Record<string, readonly string[]>> = {
  POST: [
    '/sign-in/username',
    '/sign-out',
    '/change-password',
    '/two-factor/enable',
    '/two-factor/disable',
    '/two-factor/verify-totp',
    '/two-factor/verify-backup-code',
    '/two-factor/generate-backup-codes',
    '/passkey/verify-registration',
    '/passkey/verify-authentication',
    '/passkey/delete-passkey',
    '/passkey/update-passkey',
  ],
  GET: ['/passkey/generate-register-options', '/passkey/generate-authenticate-options', '/passkey/list-user-passkeys'],
}

/**
 * Serves the log-in endpoints below /api/auth. Refusals are problem details; a session is only ever handed out as a
 * cookie that scripts cannot read. `touch` ends a session that has been idle before the endpoint sees it.
 */
export function mountAuth(
  app: FastifyInstance,
  auth: Auth,
  touch: (request: FastifyRequest) => Promise<unknown>,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: `${BASE_PATH}/*`,
    schema: { hide: true },
    handler: async (request, reply) => {
      const path = request.url.slice(BASE_PATH.length).split('?')[0] ?? ''
      if (!open[request.method]?.includes(path)) throw refuse('not-found')
      await touch(request)
      return await passOn(auth, request, reply)
    },
  })
}
