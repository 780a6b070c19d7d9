import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeHttp } from '#platform/http'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { cookiesOf, giveAccounts, logIn } from '#test/log-in'
import { SoftwareAuthenticator } from '#test/software-authenticator'
import { openStaffLogin } from './index.ts'

const { ownerUrl, urls } = await testDatabase()
const cast = await plantCast(ownerUrl)
const database = new Database(urls, 4)
const log = pino({ level: 'silent' })
const publicUrl = 'http://localhost:9677'
const config = { database, clock: systemClock, log, publicUrl, secret: 'a secret of the tests that is long' }
const login = openStaffLogin(config)
await giveAccounts(login, cast, 'auditAdministrator', 'agent')
const app = makeHttp({ log, authenticate: async () => null })
login.mount(app)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await app.close()
  await owner.end()
  await database.close()
})

const get = (path: string, cookie = '') => app.inject({ url: `/api/auth/passkey${path}`, headers: { cookie } })
const post = (path: string, payload: object, cookie = '') =>
  app.inject({ method: 'POST', url: `/api/auth/passkey${path}`, payload, headers: { cookie } })
const find = (cookie: string) => openStaffLogin(config).find({ headers: { cookie } } as never)

async function register(device: SoftwareAuthenticator, cookie: string) {
  const options = await get('/generate-register-options', cookie)
  const response = device.create(options.json())
  return await post('/verify-registration', { response }, `${cookie}; ${cookiesOf(options)}`)
}

async function logInWith(
  device: SoftwareAuthenticator,
  change: (response: ReturnType<typeof device.get>) => object = (same) => same,
) {
  const options = await get('/generate-authenticate-options')
  return await post('/verify-authentication', { response: change(device.get(options.json())) }, cookiesOf(options))
}

const device = new SoftwareAuthenticator(publicUrl)

test('a passkey is added by whoever is logged in, and then logs in alone, as two factors', async () => {
  expect((await get('/generate-register-options')).json().type).toContain('not-logged-in')
  const cookie = await logIn(app, 'auditadministrator')
  expect(await find(cookie)).toMatchObject({ actor: { posts: [] }, state: { secondFactorDue: true } })
  expect((await register(device, cookie)).statusCode).toBe(200)
  const answer = await logInWith(device)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).not.toHaveProperty('session')
  expect(await find(cookiesOf(answer))).toMatchObject({
    actor: { posts: [{ role: 'auditAdministrator' }], scope: { audit: true } },
    state: { secondFactorDue: false },
  })
  const { rows } = await owner.query(
    "select verb, data ->> 'method' as method from event where subject = 'account' order by id",
  )
  expect(rows).toEqual([
    { verb: 'logIn', method: 'password' },
    { verb: 'addPasskey', method: null },
    { verb: 'logIn', method: 'passkey' },
  ])
})

test('a device that asks for neither finger, face nor PIN logs nobody in', async () => {
  const careless = new SoftwareAuthenticator(publicUrl, { verifies: false })
  const cookie = await logIn(app, 'agent')
  expect((await register(careless, cookie)).statusCode).toBe(200)
  expect((await logInWith(careless)).json().type).toContain('identity.wrong-passkey')
})

test('a stranger’s device, a forged signature and another site’s page are refused', async () => {
  expect((await logInWith(new SoftwareAuthenticator(publicUrl))).json().type).toContain('identity.wrong-passkey')
  const forged = await logInWith(device, (response) => ({
    ...response,
    response: { ...response.response, signature: Buffer.from('forged').toString('base64url') },
  }))
  expect(forged.json().type).toContain('identity.wrong-passkey')
  const elsewhere = new SoftwareAuthenticator('https://elsewhere.example')
  expect((await register(elsewhere, await logIn(app, 'agent'))).json().type).toContain('identity.wrong-passkey')
})

test('a challenge is answered once', async () => {
  const options = await get('/generate-authenticate-options')
  const response = device.get(options.json())
  expect((await post('/verify-authentication', { response }, cookiesOf(options))).statusCode).toBe(200)
  const again = await post('/verify-authentication', { response }, cookiesOf(options))
  expect(again.json().type).toContain('identity.log-in-again')
})

test('one removes one’s own passkeys only', async () => {
  const audit = cookiesOf(await logInWith(device))
  const [mine] = (await get('/list-user-passkeys', audit)).json()
  const agent = await logIn(app, 'agent')
  expect((await post('/delete-passkey', { id: mine.id }, agent)).statusCode).toBeGreaterThanOrEqual(400)
  expect((await post('/delete-passkey', { id: mine.id }, audit)).statusCode).toBe(200)
  expect((await logInWith(device)).json().type).toContain('identity.wrong-passkey')
})
