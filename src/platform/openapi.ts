import { createRequire } from 'node:module'
import path from 'node:path'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Route } from './contract.ts'
import { allRefusals } from './errors.ts'

/** Collects every declared route into an OpenAPI 3.1 document; to be called before the routes are added. */
export async function collectOpenApi(
  app: FastifyInstance,
  { publicUrl, version }: { publicUrl: string; version: string },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Lianxin 连心桥 API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lianxin.session_token' } },
        schemas: { Problem: problemSchema() },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: described(schema, (route.config as { contract?: Route } | undefined)?.contract),
    }),
  })
}

/** Serves the document at /api/openapi.json, and a page to read it at /api/. */
export function serveOpenApi(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/api/', { schema: { hide: true } }, async (_request, reply) => reply.type('text/html').send(page))
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/', 302))
  app.get('/api/reader/start.js', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/javascript').send(start),
  )
}

/** Where the reader's own files lie. */
export const readerFiles = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lianxin 连心桥 API</title>
<link rel="stylesheet" href="/api/reader/swagger-ui.css">
</head>
<body>
<main id="reader"></main>
<script src="/api/reader/swagger-ui-bundle.js"></script>
<script src="/api/reader/start.js"></script>
</body>
</html>
`
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reader', deepLinking: true, docExpansion: 'none' })`

function problemSchema() {
  return {
    type: 'object' as const,
    description: 'A refusal (RFC 9457): one sentence in the language of the caller, with a stable id in `type`.',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: {
        type: 'string' as const,
        examples: [...allRefusals().keys()].slice(0, 3).map((id) => `urn:lianxin:refusal:${id}`),
      },
      title: { type: 'string' as const },
      status: { type: 'integer' as const },
      detail: { type: 'string' as const },
      instance: { type: 'string' as const },
      fields: { type: 'object' as const, additionalProperties: true },
    },
  }
}

function described<S>(schema: S, contract: Route | undefined): S {
  if (!contract) return { ...schema, hide: true }
  const headers: Record<string, unknown> = {}
  if (contract.creates)
    headers['idempotency-key'] = {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      description: 'The same key with the same content answers the same.',
    }
  if (contract.changes)
    headers['if-match'] = {
      type: 'string',
      pattern: '^(W/)?"\\d+"$',
      description: 'The ETag of the version that was seen.',
    }
  const responses = (schema as { response?: Record<string, unknown> }).response ?? {}
  return {
    ...schema,
    ...(contract.body !== undefined &&
      contract.example !== undefined && { body: { ...contract.body, examples: [contract.example] } }),
    ...(Object.keys(headers).length > 0 && {
      headers: { type: 'object', required: Object.keys(headers), properties: headers },
    }),
    ...(contract.guard !== 'public' && { security: [{ session: [] }] }),
    response: {
      ...responses,
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}
