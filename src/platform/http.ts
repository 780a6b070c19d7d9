import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { cleanText } from './clean-text.ts'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from './contract.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Log } from './log.ts'
import { asRefusal, problem } from './problem.ts'

/** Who calls; the identity part of the kernel says what stands in it. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the kernel
export interface CallActor {}

export type Language = 'zh' | 'en'

/** The same key with the same body answers the same; `hash` tells whether the body is the same. */
export interface Idempotency {
  readonly key: string
  readonly hash: string
}

/** One request as a handler sees it: validated, with its caller known. */
export interface Call<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly actor: CallActor
  readonly language: Language
  readonly requestId: string
  /** Present on creating routes. */
  readonly idempotency: Idempotency
  /** The version that the caller saw; present on changing routes. */
  readonly seenVersion: number
  readonly raw: FastifyRequest
  readonly reply: FastifyReply
}

export type Authenticate = (request: FastifyRequest, guard: Route['guard']) => Promise<CallActor | null>

declare module 'fastify' {
  interface FastifyInstance {
    authenticate: Authenticate
  }
  interface FastifyRequest {
    actor: CallActor | null
  }
}

export const languageOf = (request: FastifyRequest): Language => {
  const asked = /(?:^|;\s*)lianxin_language=(zh|en)/.exec(request.headers.cookie ?? '')?.[1]
  return (asked ?? (/^en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh')) as Language
}

/** An empty server with request ids, problem details and the origin check; routes are added by `handle`. */
export function makeHttp(options: { log: Log; authenticate: Authenticate; trustProxy?: boolean }): FastifyInstance {
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    requestIdHeader: 'x-request-id',
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: false, allErrors: true, strict: false } },
  })
  app.decorate('authenticate', options.authenticate)
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseForeignOrigin(request)
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error, request.id)
    if (refusal.status >= 500) request.log.error({ err: error, request: request.id }, 'unexpected')
    sendProblem(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(refuse('not-found'), request, reply))
  return app
}

function sendProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  if (refusal.status === 429) reply.header('retry-after', String(refusal.detail.seconds ?? 60))
  reply
    .status(refusal.status)
    .type('application/problem+json')
    .send(problem(refusal, languageOf(request), request.id))
}

// A page of another site may not use a person's cookies to act for them. Browsers say where a request comes from.
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuse('not-allowed')
  const { origin } = request.headers
  if (origin === undefined || site === 'same-origin') return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw refuse('not-allowed')
}

/** Adds a declared route: guard, schema, idempotency and version checks stand before the handler. */
export function handle<R extends Route>(
  app: FastifyInstance,
  declared: R,
  handler: (call: Call<R>) => Promise<ResponseOf<R>>,
): void {
  app.route({
    method: declared.method,
    url: declared.path,
    schema: {
      summary: declared.summary,
      ...(declared.description && { description: declared.description }),
      tags: [...(declared.tags ?? [])],
      ...(declared.params && { params: declared.params }),
      ...(declared.query && { querystring: declared.query }),
      ...(declared.body && { body: declared.body }),
      ...(declared.response && { response: { 200: declared.response } }),
    },
    config: { contract: declared },
    preValidation: async (request) => {
      request.body = cleanText(request.body)
      request.query = cleanText(request.query)
      request.actor = await app.authenticate(request, declared.guard)
      if (declared.guard !== 'public' && request.actor === null) throw refuse('not-logged-in')
    },
    handler: async (request, reply) => {
      const answer = await handler({
        params: request.params as ParamsOf<R>,
        query: request.query as QueryOf<R>,
        body: request.body as BodyOf<R>,
        actor: request.actor as CallActor,
        language: languageOf(request),
        requestId: request.id,
        idempotency: declared.creates ? idempotencyOf(request) : { key: '', hash: '' },
        seenVersion: declared.changes ? seenVersionOf(request) : 0,
        raw: request,
        reply,
      })
      if (reply.sent) return reply
      // From the request's arrival on, for browsers' developer tools and for bench/lists.ts.
      reply.header('server-timing', `app;dur=${reply.elapsedTime.toFixed(2)}`)
      const version = (answer as { version?: unknown } | undefined)?.version
      if (typeof version === 'number') reply.header('etag', `"${version}"`)
      return answer
    },
  })
}

function idempotencyOf(request: FastifyRequest): Idempotency {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) throw refuse('key-required')
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  return { key, hash }
}

function seenVersionOf(request: FastifyRequest): number {
  const version = Number(/^(?:W\/)?"(\d+)"$/.exec(request.headers['if-match'] ?? '')?.[1])
  if (!Number.isSafeInteger(version)) throw refuse('version-required')
  return version
}
