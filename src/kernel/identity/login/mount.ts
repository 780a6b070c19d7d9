import type {} from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#platform/errors'
import { ADDRESS_HEADER, type Auth, BASE_PATH } from './better-auth.ts'
import { refusalOf } from './log-in-refusals.ts'

/** The endpoints that are reachable: all others, such as a sign-up or a change of one's e-mail, do not exist here. */
const open: Readonly<Record<string, readonly string[]>> = {
  POST: [
    '/sign-in/username',
    '/sign-in/oauth2',
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
  GET: [
    '/passkey/generate-register-options',
    '/passkey/generate-authenticate-options',
    '/passkey/list-user-passkeys',
    '/oauth2/callback/sso',
  ],
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
      return await answer(await auth.handler(webRequest(request)), reply)
    },
  })
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip })
  for (const name of ['cookie', 'user-agent', 'accept', 'origin']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = new URL(request.url, 'http://localhost')
  if (request.method === 'GET') return new Request(url, { headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) })
}

async function answer(response: Response, reply: FastifyReply): Promise<unknown> {
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  const text = await response.text()
  const body = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}
  if (response.status >= 400) throw refusalOf(response.status, body)
  const location = response.headers.get('location')
  if (location && response.status >= 300) return reply.redirect(location, response.status)
  if (body !== null && typeof body === 'object') delete body.token
  return body
}
