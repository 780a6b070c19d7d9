import { createHmac } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { settableClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeHttp } from '#platform/http'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { cookiesOf, giveAccounts, logIn, PASSWORD } from '#test/log-in'
import { openStaffLogin } from './index.ts'

const { ownerUrl, urls } = await testDatabase()
const cast = await plantCast(ownerUrl)
const database = new Database(urls, 4)
const log = pino({ level: 'silent' })
const config = {
  database,
  clock: settableClock(new Date()),
  log,
  publicUrl: 'http://localhost:9677',
  secret: 'a secret of the tests that is long',
}
const login = openStaffLogin(config)
await giveAccounts(login, cast, 'securityAdministrator', 'agent')
const app = makeHttp({ log, authenticate: async () => null })
login.mount(app)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await app.close()
  await owner.end()
  await database.close()
})

const post = (path: string, payload: object, cookie = '') =>
  app.inject({ method: 'POST', url: `/api/auth${path}`, payload, headers: { cookie } })
const find = (cookie: string) => openStaffLogin(config).find({ headers: { cookie } } as never)

/** The code of RFC 6238 that an authenticator shows for the address of an enrolment. */
function codeOf(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret')!
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const word = hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff
  return String(word % 1_000_000).padStart(6, '0')
}

let uri = ''
let backupCodes: string[] = []

test('an administrator who enrols an authenticator wakes the post at once', async () => {
  const cookie = await logIn(app, 'securityadministrator')
  expect((await post('/two-factor/enable', { password: 'not mine' }, cookie)).json().type).toContain('wrong-password')
  const enrolment = (await post('/two-factor/enable', { password: PASSWORD }, cookie)).json()
  uri = enrolment.totpURI
  backupCodes = enrolment.backupCodes
  expect((await post('/two-factor/verify-totp', { code: '000000' }, cookie)).json().type).toContain('wrong-code')
  const verified = await post('/two-factor/verify-totp', { code: codeOf(uri) }, cookie)
  expect(verified.statusCode).toBe(200)
  expect(await find(cookiesOf(verified))).toMatchObject({
    actor: { posts: [{ role: 'securityAdministrator' }], scope: { administers: 'security' } },
    state: { secondFactorDue: false },
  })
  expect((await post('/two-factor/enable', { password: PASSWORD }, cookiesOf(verified))).json().type).toContain(
    'second-factor-on',
  )
})

test('from then on the password alone logs nobody in', async () => {
  const half = await post('/sign-in/username', { username: 'securityadministrator', password: PASSWORD })
  expect(half.json()).toMatchObject({ twoFactorRedirect: true })
  expect(await find(cookiesOf(half))).toBeNull()
  const whole = await post('/two-factor/verify-totp', { code: codeOf(uri) }, cookiesOf(half))
  expect(whole.statusCode).toBe(200)
  expect(await find(cookiesOf(whole))).toMatchObject({ state: { secondFactorDue: false } })
  const { rows } = await owner.query("select data from event where verb = 'logIn' order by id")
  expect(rows.map(({ data }) => data.method)).toEqual(['password', 'passwordCode'])
})

test('without the half log-in a code is worth nothing', async () => {
  expect((await post('/two-factor/verify-totp', { code: codeOf(uri) })).json().type).toContain('log-in-again')
})

test('a backup code stands in for a lost authenticator, once', async () => {
  const half = async () =>
    cookiesOf(await post('/sign-in/username', { username: 'securityadministrator', password: PASSWORD }))
  const code = backupCodes[0]
  expect((await post('/two-factor/verify-backup-code', { code }, await half())).statusCode).toBe(200)
  expect((await post('/two-factor/verify-backup-code', { code }, await half())).json().type).toContain('wrong-code')
})

test('wrong codes lock the second factor as wrong passwords lock the first', async () => {
  const half = async () =>
    cookiesOf(await post('/sign-in/username', { username: 'securityadministrator', password: PASSWORD }))
  const types = []
  for (let round = 0; round < 6; round++) {
    types.push((await post('/two-factor/verify-totp', { code: '000000' }, await half())).json().type)
  }
  expect(types.slice(0, 4).every((type) => type.includes('wrong-code'))).toBe(true)
  expect(types.at(-1)).toContain('identity.locked')
  expect((await post('/two-factor/verify-totp', { code: codeOf(uri) }, await half())).json().type).toContain(
    'identity.locked',
  )
})

test('somebody of the work logs in without a second factor', async () => {
  expect(await find(await logIn(app, 'agent'))).toMatchObject({ state: { secondFactorDue: false } })
})
