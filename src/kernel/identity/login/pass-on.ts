import type { FastifyReply, FastifyRequest } from 'fastify'
import { ADDRESS_HEADER, type Auth } from './better-auth.ts'
import { refusalOf } from './log-in-refusals.ts'

/** Passes a request on to better-auth, and its answer back. */
export const passOn = async (auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
  answer(await auth.handler(webRequest(request)), reply)

/** The request as better-auth reads it: only what it needs, and the caller's address as the platform knows it. */
export function webRequest(request: FastifyRequest): Request {
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

/** better-auth's answer as the platform gives it: cookies, redirections and refusals. @throws Refusal */
export async function answer(response: Response, reply: FastifyReply): Promise<unknown> {
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  const text = await response.text()
  const body = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}
  if (response.status >= 400) throw refusalOf(response.status, body)
  const location = response.headers.get('location')
  if (location && response.status >= 300) return reply.redirect(location, response.status)
  // Whoever reads answers must not learn what the cookie holds.
  if (body !== null && typeof body === 'object') for (const secret of ['token', 'session']) delete body[secret]
  return body
}
