import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { looksAt } from '#kernel/people'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { filesOfCast, photograph, recording } from './fixture-files.ts'
import { addFileRoutes } from './routes.ts'
import { rangeOf } from './send-file.ts'

const { cast, house, as, actorOf, openCase } = await filesOfCast()
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: async (request) => {
    const who = request.headers['x-who'] as CastStaff | undefined
    return who ? await actorOf(who) : null
  },
})
addFileRoutes(app, { ...house, publicDistrict: async () => 1 })
await app.ready()
afterAll(() => app.close())

let keys = 0
async function send(
  url: string,
  content: Buffer,
  { name = 'a.jpg', who, key }: { name?: string; who?: CastStaff; key?: string } = {},
) {
  const edge = '----edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const response = await app.inject({
    method: 'POST',
    url,
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      'idempotency-key': key ?? `file-key-${keys++}`,
      ...(who && { 'x-who': who }),
    },
  })
  return { status: response.statusCode, body: response.json() }
}
const read = (url: string, who: CastStaff, headers = {}) => app.inject({ url, headers: { 'x-who': who, ...headers } })

test('staff upload a photograph, and whoever sees the case opens it, large and small', async () => {
  const sent = await send('/api/v1/files?visibleTo=requester', await photograph(), {
    who: 'sunnyWorker',
    name: '楼道.jpg',
  })
  expect(sent).toMatchObject({ status: 200, body: { name: '楼道.jpg', kind: 'image/jpeg' } })
  const { id } = sent.body
  const caseId = await openCase(cast.units.sunny)
  await as('sunnyWorker', ({ tx }) => sql`select attach_files(${caseId}, 1, ${[id]})`.execute(tx))
  const opened = await read(`/api/v1/files/${id}`, 'bridgeHandler')
  expect(opened.statusCode).toBe(200)
  expect(opened.rawPayload).toHaveLength(sent.body.bytes)
  expect(opened.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('楼道.jpg')}`,
  })
  const small = await read(`/api/v1/files/${id}/thumbnail`, 'bridgeHandler')
  expect([small.statusCode, small.headers['content-type']]).toEqual([200, 'image/webp'])
  expect((await read(`/api/v1/files/${id}`, 'willowWorker')).statusCode).toBe(404)
})

test('a repeated upload gives the same number; the same key with another file is refused', async () => {
  const picture = await photograph(9)
  const key = 'one-and-the-same'
  const first = await send('/api/v1/files', picture, { who: 'agent', key })
  expect(await send('/api/v1/files', picture, { who: 'agent', key })).toEqual(first)
  expect((await send('/api/v1/files', await photograph(10), { who: 'agent', key })).status).toBe(422)
})

test('residents upload without log-in; staff routes ask for one', async () => {
  expect(await send('/api/v1/public/files', await photograph(11))).toMatchObject({
    status: 200,
    body: { kind: 'image/jpeg' },
  })
  expect((await send('/api/v1/files', await photograph(11))).status).toBe(401)
})

test('a program named .jpg, no file at all and a file too large are answered in one sentence', async () => {
  const program = await send('/api/v1/public/files', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]))
  expect(program).toMatchObject({
    status: 415,
    body: { type: 'urn:lianxin:refusal:files.kind', detail: expect.stringContaining('a.jpg') },
  })
  const bare = await app.inject({
    method: 'POST',
    url: '/api/v1/public/files',
    payload: { a: 1 },
    headers: { 'idempotency-key': 'bare-bare' },
  })
  expect(bare.json()).toMatchObject({ status: 400, type: 'urn:lianxin:refusal:upload.none' })
  const huge = await send('/api/v1/public/files', Buffer.concat([recording, Buffer.alloc(105_000_000)]), {
    name: 'a.amr',
  })
  expect(huge).toMatchObject({
    status: 413,
    body: { type: 'urn:lianxin:refusal:upload.too-large', detail: expect.stringContaining('100 MB') },
  })
})

test('a player gets the range it asks for, and the hearing is recorded', async () => {
  const { body } = await send('/api/v1/files', recording, { who: 'agent', name: 'v.amr' })
  const part = await read(`/api/v1/files/${body.id}?purpose=核实`, 'agent', { range: 'bytes=2-4' })
  expect(part).toMatchObject({ statusCode: 206, payload: 'AMR' })
  expect(part.headers).toMatchObject({ 'content-range': `bytes 2-4/${recording.length}`, 'cache-control': 'no-store' })
  expect(await as('auditAdministrator', ({ tx }) => looksAt(tx, 'file', body.id))).toMatchObject([
    { what: 'recording', purpose: '核实' },
  ])
})

test.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=90-200', { start: 90, end: 99 }],
  ['bytes=100-', undefined],
  ['bytes=5-4', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  [undefined, undefined],
])('of 100 bytes the range %s is %j', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range)
})
