import { expect, test } from 'vitest'
import { callerOf, openWebHouse } from '#test/web-house'

const house = await openWebHouse('agent', 'dispatcher', 'sunnyWorker', 'willowWorker', 'housingHandler')
const { units } = house.cast
const [agent, dispatcher, sunny, willow, nobody] = [
  await house.as('agent'),
  await house.as('dispatcher'),
  await house.as('sunnyWorker'),
  await house.as('willowWorker'),
  callerOf(house, ''),
]

const request = {
  kind: 'help',
  channel: 'phone',
  text: '向阳社区3号楼楼道灯坏了三天。',
  place: { text: '向阳社区3号楼' },
}
const filed = async () =>
  (await agent.post('/api/v1/requests', request)).body as unknown as { id: number; number: string; version: number }

test('a request is filed with a number and a receipt, and the same key gives the same case', async () => {
  const headers = { 'idempotency-key': 'one-and-the-same' }
  const [first, again] = [
    await agent.post('/api/v1/requests', request, headers),
    await agent.post('/api/v1/requests', request, headers),
  ]
  expect(first.status).toBe(200)
  expect(first.body.receipt).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
  expect(again.body).toEqual(first.body)
  const other = await agent.post('/api/v1/requests', { ...request, text: '另一件事情。' }, headers)
  expect(other).toMatchObject({ status: 422, body: { type: 'urn:lianxin:refusal:key-reused' } })
})

test('a creating verb without a key, a changing one without a version are refused in a sentence', async () => {
  const { id } = await filed()
  expect(await agent.post('/api/v1/requests', request, { 'idempotency-key': '' })).toMatchObject({
    status: 400,
    body: { type: 'urn:lianxin:refusal:key-required' },
  })
  expect(await dispatcher.post(`/api/v1/cases/${id}/dispatches`, { unit: units.housing })).toMatchObject({
    status: 428,
  })
})

test('who saw an older version is told so, and nothing is overwritten', async () => {
  const { id } = await filed()
  const stale = { 'if-match': '"1"' }
  expect((await dispatcher.post(`/api/v1/cases/${id}/dispatches`, { unit: units.housing }, stale)).status).toBe(200)
  const late = await agent.post(`/api/v1/cases/${id}/answers`, { text: '已经答复。' }, stale)
  expect(late).toMatchObject({ status: 412, body: { type: 'urn:lianxin:refusal:changed-meanwhile' } })
  expect((await agent.get(`/api/v1/cases/${id}`)).body.state).toBe('dispatched')
})

test('a case answers with its ETag, and whoever reads it later sees who has looked', async () => {
  const { id } = await filed()
  const seen = await agent.get(`/api/v1/cases/${id}`)
  expect(seen.headers.etag).toBe('"1"')
  const { looks } = (await dispatcher.get(`/api/v1/cases/${id}`)).body
  expect(looks).toEqual([expect.objectContaining({ what: 'open', who: expect.objectContaining({ zh: '林小满' }) })])
})

test('another community does not find the case: not in the list, not by its id, not by its words', async () => {
  const { id, number } = await filed()
  await dispatcher.does(id, 'dispatches', { unit: units.sunny })
  expect((await sunny.get(`/api/v1/cases/${id}`)).status).toBe(200)
  expect((await willow.get(`/api/v1/cases/${id}`)).status).toBe(404)
  expect((await willow.get(`/api/v1/cases?q=${encodeURIComponent('楼道灯')}`)).body.rows).toEqual([])
  expect((await willow.get(`/api/v1/cases?q=${number}`)).body.rows).toEqual([])
  expect((await willow.get('/api/v1/tasks')).body.rows).toEqual([])
  expect(
    (await willow.post(`/api/v1/cases/${id}/replies`, { outcome: 'solved', text: '已经修好了' }, { 'if-match': '"2"' }))
      .status,
  ).toBe(404)
})

test('a post that may not do a verb is told whose it is, and a wrong unit is refused', async () => {
  const { id } = await filed()
  expect(await agent.does(id, 'dispatches', { unit: units.housing })).toMatchObject({
    status: 403,
    body: { type: 'urn:lianxin:refusal:case.not-yours' },
  })
  expect(await dispatcher.does(id, 'dispatches', { unit: units.district })).toMatchObject({
    status: 422,
    body: { type: 'urn:lianxin:refusal:case.unit-not-offered' },
  })
})

test('nobody is let in without a log-in, on any route that is not public', async () => {
  const document = (await nobody.get('/api/openapi.json')).body as unknown as {
    openapi: string
    paths: Record<string, Record<string, Operation>>
  }
  expect(document.openapi).toBe('3.1.0')
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { security, summary }] of Object.entries(operations)) {
      expect(summary, `${method} ${path} is described`).toBeTruthy()
      if (!security || method !== 'get') continue
      const { status } = await nobody.get(path.replaceAll(/\{\w+\}/g, '1'))
      expect([400, 401], `${method} ${path}`).toContain(status)
    }
  }
})

interface Operation {
  readonly security?: unknown
  readonly summary?: string
}

test('a refusal is one sentence in the language of the caller, with a stable id and no stack', async () => {
  const zh = await agent.get('/api/v1/cases/99999999')
  const en = await agent.get('/api/v1/cases/99999999', { 'accept-language': 'en' })
  expect(zh.headers['content-type']).toContain('application/problem+json')
  expect(zh.body.detail).toMatch(/[一-龥]/)
  expect(en.body.detail).toMatch(/^[\x20-\x7e]+$/)
  expect(zh.body.type).toBe(en.body.type)
  expect(JSON.stringify(zh.body)).not.toContain('src/')
})

const hostile: [string, unknown][] = [
  ['nothing', undefined],
  ['a list', []],
  ['text of the wrong kind', { ...request, text: 7 }],
  ['an empty text', { ...request, text: '' }],
  ['a huge text', { ...request, text: '长'.repeat(6000) }],
  ['a kind that is none', { ...request, kind: 'war' }],
  ['a requester that does not exist', { ...request, requesterId: 9_999_999 }],
  ['a NUL character', { ...request, text: '路灯\u0000坏了' }],
  ['a lone surrogate', { ...request, text: '路灯\ud800坏了' }],
]
test.each(hostile)('a filing with %s is refused with a sentence, never with a 500', async (_, body) => {
  const { status, body: answer } = await agent.post('/api/v1/requests', body)
  expect(status).toBeLessThan(500)
  if (status >= 400) expect(String(answer.detail).length).toBeGreaterThan(5)
})

test('a page of another site cannot act with a person’s cookies', async () => {
  expect((await agent.post('/api/v1/requests', request, { origin: 'https://elsewhere.example' })).status).toBe(403)
})

test('the health pages tell a live process from a ready one', async () => {
  expect((await nobody.get('/healthz')).status).toBe(200)
  expect((await nobody.get('/readyz')).body).toEqual({ status: 'ready' })
})
