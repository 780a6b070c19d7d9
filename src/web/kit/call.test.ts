import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRequest } from '#contract/hotline'
import { readCase } from '#kernel-contract/cases'
import { callsTo, queryOf } from './call.ts'
import { Failure } from './failure.ts'

interface Seen {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let server: Server
let seen: Seen
let answer: { status: number; type: string; body: string }
let call: ReturnType<typeof callsTo>

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    seen = { url: `${request.method} ${request.url}`, headers: request.headers, body }
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  call = callsTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterAll(() => server.close())

const json = (status: number, body: unknown, type = 'application/json; charset=utf-8') => ({
  status,
  type,
  body: JSON.stringify(body),
})
const body = { kind: 'help', channel: 'phone', text: '楼道灯坏了' } as const

test('a read sends parameters and query, and gives the answer back', async () => {
  answer = json(200, { id: 7 })
  expect(await call(readCase, { params: { id: 7 }, query: { purpose: '复核' } })).toEqual({ id: 7 })
  expect(seen.url).toBe('GET /api/v1/cases/7?purpose=%E5%A4%8D%E6%A0%B8')
})

test('a creating route carries the key it is given, or one of its own', async () => {
  answer = json(200, { id: 1 })
  await call(openRequest, { body, idempotencyKey: 'the-same-key' })
  expect(seen.headers['idempotency-key']).toBe('the-same-key')
  expect(JSON.parse(seen.body)).toEqual(body)
  await call(openRequest, { body })
  expect(seen.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
})

test('the version that was seen goes out as If-Match', async () => {
  answer = json(200, {})
  await call({ ...openRequest, changes: true }, { body, ifMatch: 12 })
  expect(seen.headers['if-match']).toBe('"12"')
})

test('the purpose of work on a sealed case travels in a header, in any language', async () => {
  answer = json(200, {})
  await call(openRequest, { body, purpose: '复核 C-7' })
  expect(decodeURIComponent(String(seen.headers['x-purpose']))).toBe('复核 C-7')
})

test('a refusal arrives with its id and its sentence', async () => {
  const problem = {
    type: 'urn:lianxin:refusal:case.not-now',
    title: '现在不能派单',
    detail: '现在不能派单，请刷新。',
    fields: { a: 1 },
  }
  answer = json(409, problem, 'application/problem+json')
  const failure = await call(openRequest, { body }).catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(Failure)
  expect(failure).toMatchObject({
    id: 'case.not-now',
    status: 409,
    message: '现在不能派单，请刷新。',
    fields: { a: 1 },
    unknownOutcome: false,
  })
})

test('an answer that is no problem document still gives a sentence', async () => {
  answer = { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' }
  const failure = (await call(openRequest, { body }).catch((thrown: unknown) => thrown)) as Failure
  expect(failure).toMatchObject({ id: 'unexpected', status: 502, unknownOutcome: true })
  expect(failure.message).toContain('已保留')
})

test('no answer at all is an unknown outcome', async () => {
  const nowhere = callsTo('http://127.0.0.1:9')
  const failure = await nowhere(openRequest, { body }).catch((thrown: unknown) => thrown)
  expect(failure).toMatchObject({ id: 'unreachable', status: 0, unknownOutcome: true })
})

test('an aborted call is no failure to show', async () => {
  const thrown = await call(readCase, { params: { id: 1 }, signal: AbortSignal.abort() }).catch((error: Error) => error)
  expect(thrown).toMatchObject({ name: 'AbortError' })
})

test('the same route and input read the same entry of a query cache', () => {
  expect(queryOf(readCase, { params: { id: 7 } }).queryKey).toEqual(['/api/v1/cases/:id', { id: 7 }, {}])
})
