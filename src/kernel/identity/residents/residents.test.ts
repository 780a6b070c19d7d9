import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { refuse } from '#platform/errors'
import { makeHttp } from '#platform/http'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { cookiesOf } from '#test/log-in'
import { actorKey } from '../actor.ts'
import { Attempts } from '../login/attempts.ts'
import { openResidentLogin } from './index.ts'
import type { SentCode } from './resident-house.ts'

const { ownerUrl, urls } = await testDatabase()
await plantCast(ownerUrl)
const database = new Database(urls, 4)
const clock = settableClock('2026-03-02T01:00:00Z')
const secret = 'a secret of the tests that is long'
const sent: SentCode[] = []
const persons = new Map([['13800000001', [11, 12]]])
const house = {
  database,
  clock,
  secret,
  publicUrl: 'https://lianxin.example',
  attempts: new Attempts(database, secret),
  districtOf: () => 1,
  // The parts after identity are played by what they promise.
  ports: {
    phoneKey: (phone: string) => phone.replaceAll(' ', ''),
    personsOf: async (_district: number, phone: string) => persons.get(phone) ?? [],
    caseOfReceipt: async (_district: number, number: string, code: string) => {
      if (number === '2603-77' && code === 'RIGHT-CODE') return 77
      throw refuse('not-found')
    },
    sendCode: async (code: SentCode) => {
      sent.push(code)
    },
  },
}
const residents = openResidentLogin(house)
const app = makeHttp({ log: pino({ level: 'silent' }), authenticate: residents.find })
residents.mount(app)
app.get('/who', async (request) => (await residents.find(request)) ?? {})
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
beforeEach(() => owner.query('truncate auth.attempt'))
afterAll(async () => {
  await app.close()
  await owner.end()
  await database.close()
})

const post = (path: string, payload: object, remoteAddress = '192.0.2.1') =>
  app.inject({ method: 'POST', url: `/api/v1/portal${path}`, payload, remoteAddress })
const askCode = async (phone: string) => {
  await post('/phone-codes', { phone })
  return sent.at(-1)!.code
}
const who = async (cookie: string) => (await app.inject({ url: '/who', headers: { cookie } })).json()
const typeOf = (response: { json(): { type?: string } }) => response.json().type?.split(':').at(-1)

test('a phone and the code it was sent open the matters of everybody who uses it', async () => {
  const asked = await post('/phone-codes', { phone: '138 0000 0001', by: 'voice' })
  expect(asked.json()).toEqual({ minutes: 5, digits: 6 })
  expect(sent.at(-1)).toMatchObject({
    phone: '138 0000 0001',
    by: 'voice',
    minutes: 5,
    code: expect.stringMatching(/^\d{6}$/),
  })
  const opened = await post('/sessions', { phone: '13800000001', code: sent.at(-1)!.code })
  expect(opened.json()).toEqual({ until: '2026-03-02T03:00:00.000Z' })
  expect(opened.cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 7200 })
  const actor = await who(cookiesOf(opened))
  expect(actor).toMatchObject({ kind: 'resident', id: 11, district: 1, posts: [], scope: { persons: [11, 12] } })
})

test('the cookie shows nobody which phone it is', async () => {
  const opened = await post('/sessions', { phone: '13800000001', code: await askCode('13800000001') })
  const { value } = opened.cookies[0]!
  for (const text of [value, Buffer.from(value, 'base64url').toString('latin1')])
    expect(text).not.toContain('13800000001')
})

test('a phone that nobody is known by logs in all the same, and sees nothing', async () => {
  const opened = await post('/sessions', { phone: '13900000009', code: await askCode('13900000009') })
  expect(await who(cookiesOf(opened))).toMatchObject({ id: null, scope: { district: 1, persons: [] } })
})

test('a code counts once, for one phone, and for five minutes', async () => {
  const code = await askCode('13800000001')
  expect(typeOf(await post('/sessions', { phone: '13800000002', code }))).toBe('identity.wrong-phone-code')
  expect((await post('/sessions', { phone: '13800000001', code })).statusCode).toBe(200)
  expect(typeOf(await post('/sessions', { phone: '13800000001', code }))).toBe('identity.wrong-phone-code')
  const late = await askCode('13800000001')
  clock.advance(5 * 60_000)
  expect(typeOf(await post('/sessions', { phone: '13800000001', code: late }))).toBe('identity.wrong-phone-code')
})

test('the database keeps neither the code nor the phone', async () => {
  const code = await askCode('13800000001')
  const { rows } = await owner.query("select phone, encode(code, 'hex') as code from auth.phone_code")
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|13800000001`))
  const { rows: attempts } = await owner.query('select * from auth.attempt')
  expect(JSON.stringify(attempts)).not.toContain('13800000001')
})

test('after five wrong codes the right one is worth nothing, many at once included', async () => {
  const code = await askCode('13800000001')
  const wrong = await Promise.all(
    Array.from({ length: 9 }, () => post('/sessions', { phone: '13800000001', code: 'wrong' })),
  )
  expect(wrong.filter((each) => typeOf(each) === 'identity.wrong-phone-code')).toHaveLength(5)
  expect(typeOf(await post('/sessions', { phone: '13800000001', code }))).toBe('identity.phone-code-spent')
  expect((await post('/sessions', { phone: '13800000001', code: await askCode('13800000001') })).statusCode).toBe(200)
})

test('five codes an hour are sent to one phone, wherever they are asked for', async () => {
  const before = sent.length
  const answers = []
  for (let asked = 0; asked < 7; asked++)
    answers.push(await post('/phone-codes', { phone: '13800000005' }, `192.0.2.${asked}`))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(answers.at(-1)!.json()).toMatchObject({ fields: { minutes: 60 } })
  expect(sent.length - before).toBe(5)
})

test('a receipt opens its one case, and nothing else', async () => {
  const opened = await post('/sessions', { number: '2603-77', code: 'RIGHT-CODE' })
  const actor = await who(cookiesOf(opened))
  expect(actor).toMatchObject({ kind: 'resident', id: null, scope: { receiptCase: 77, persons: [] } })
  expect(actorKey(actor)).toBe('resident:receipt77')
})

test('a receipt opens its case beside those of a phone, and not for longer than the phone was proved', async () => {
  const phone = cookiesOf(await post('/sessions', { phone: '13800000001', code: await askCode('13800000001') }))
  clock.advance(3_600_000)
  const payload = { number: '2603-77', code: 'RIGHT-CODE' }
  const opened = await app.inject({
    method: 'POST',
    url: '/api/v1/portal/sessions',
    payload,
    headers: { cookie: phone },
  })
  expect(await who(cookiesOf(opened))).toMatchObject({ scope: { persons: [11, 12], receiptCase: 77 } })
  expect(opened.cookies[0]).toMatchObject({ maxAge: 3600 })
})

test('wrong receipt codes pause whoever types them, not the owner elsewhere', async () => {
  const guess = () => post('/sessions', { number: '2603-77', code: 'GUESSED' }, '198.51.100.9')
  for (let tried = 0; tried < 5; tried++) expect(typeOf(await guess())).toBe('not-found')
  expect(typeOf(await guess())).toBe('identity.receipt-wait')
  expect((await post('/sessions', { number: '2603-77', code: 'RIGHT-CODE' })).statusCode).toBe(200)
})

test('a proof ends after two hours, by logging out, and when a single letter of it is changed', async () => {
  const opened = await post('/sessions', { number: '2603-77', code: 'RIGHT-CODE' })
  const cookie = cookiesOf(opened)
  expect(await who(cookie.replace(/=(.)/, (_, first) => `=${first === 'a' ? 'b' : 'a'}`))).toEqual({})
  clock.advance(2 * 3_600_000)
  expect(await who(cookie)).toEqual({})
  const left = await app.inject({ method: 'DELETE', url: '/api/v1/portal/sessions' })
  expect(left.cookies[0]).toMatchObject({ name: 'lianxin.resident', value: '', maxAge: 0 })
})
