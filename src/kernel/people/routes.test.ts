import { afterAll, expect, test } from 'vitest'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { peopleOfCast } from './fixture-people.ts'
import { addPeopleRoutes } from './routes.ts'

const { cast, database, clock, vault, actorOf } = await peopleOfCast()
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: async (request) => {
    const who = request.headers['x-who'] as CastStaff | undefined
    return who ? await actorOf(who) : null
  },
})
addPeopleRoutes(app, { database, clock, vault })
await app.ready()
afterAll(() => app.close())

let keys = 0
async function call(
  who: CastStaff | null,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({
    method,
    url,
    ...(body && { payload: body }),
    headers: { ...(who && { 'x-who': who }), 'idempotency-key': `test-key-${keys++}`, ...headers },
  })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

const person = { kind: 'person', name: '张晓梅', unit: cast.units.sunny, phones: [{ number: '13900001111' }] }

test('a caller is registered once however often the request is repeated, and then found by telephone', async () => {
  const key = { 'idempotency-key': 'the-same-key' }
  const first = await call('agent', 'POST', '/api/v1/people', person, key)
  expect(first).toMatchObject({ status: 200, body: { version: 1 } })
  expect((await call('agent', 'POST', '/api/v1/people', person, key)).body).toEqual(first.body)
  const found = await call('agent', 'GET', '/api/v1/people?phone=139-0000-1111')
  expect(found.body.people).toMatchObject([{ id: first.body.id, name: '张晓梅', phones: [{ masked: '139****1111' }] }])
})

test('opening a person is recorded, a change needs the version seen, unmasking the purpose', async () => {
  const { id } = (await call('agent', 'POST', '/api/v1/people', { ...person, name: '李开' })).body
  const opened = await call('sunnyWorker', 'GET', `/api/v1/people/${id}`)
  expect(opened.headers.etag).toBe('"1"')
  expect((await call('agent', 'PATCH', `/api/v1/people/${id}`, { deaf: true })).status).toBe(428)
  expect((await call('agent', 'PATCH', `/api/v1/people/${id}`, { deaf: true }, { 'if-match': '"1"' })).body).toEqual({
    id,
    version: 2,
  })
  expect((await call('agent', 'PATCH', `/api/v1/people/${id}`, { deaf: true }, { 'if-match': '"1"' })).status).toBe(412)
  expect((await call('agent', 'POST', `/api/v1/people/${id}/unmaskings`, { field: 'phone', purpose: '' })).status).toBe(
    422,
  )
  const shown = await call('agent', 'POST', `/api/v1/people/${id}/unmaskings`, { field: 'phone', purpose: '回拨' })
  expect(shown).toMatchObject({ body: { value: '13900001111' }, headers: { 'cache-control': 'no-store' } })
  const { looks } = (await call('auditAdministrator', 'GET', `/api/v1/looks?subject=person&id=${id}`)).body
  expect(looks).toMatchObject([
    { what: 'phone', purpose: '回拨', staff: { name: { zh: '林小满' } }, at: '2026-03-02T01:00:00.000Z' },
    { what: 'open', purpose: null, staff: { name: { zh: '向晚晴' } } },
  ])
})

test('telephones are added and taken off, households founded', async () => {
  const { id } = (await call('agent', 'POST', '/api/v1/people', person)).body
  const added = await call('agent', 'POST', `/api/v1/people/${id}/phones`, { number: '0419-2223333', label: '家里' })
  expect(added.status).toBe(200)
  expect((await call('willowWorker', 'POST', `/api/v1/people/${id}/phones`, { number: '0419-2223333' })).status).toBe(
    404,
  )
  expect((await call('agent', 'DELETE', `/api/v1/people/${id}/phones/${added.body.id}`)).status).toBe(200)
  const { id: household } = (await call('agent', 'POST', '/api/v1/households', { head: id, address: '3号楼' })).body
  expect((await call('agent', 'GET', `/api/v1/people/${id}`)).body.household).toMatchObject({ id: household, head: id })
})

test('outsiders are asked to log in, and a misread number is answered in the caller’s language', async () => {
  expect((await call(null, 'GET', '/api/v1/people?q=张')).status).toBe(401)
  const zh = await call('agent', 'POST', '/api/v1/people', { ...person, identity: '123' })
  expect(zh).toMatchObject({
    status: 422,
    body: { type: 'urn:lianxin:refusal:people.bad-identity', detail: expect.stringContaining('身份证') },
  })
  const en = await call('agent', 'POST', '/api/v1/people', { ...person, identity: '123' }, { 'accept-language': 'en' })
  expect(en.body.detail).toContain('identity number')
  expect((await call('agent', 'POST', '/api/v1/people', { kind: 'person', name: ' ' })).status).toBe(400)
})
