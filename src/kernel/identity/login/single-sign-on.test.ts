import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeHttp } from '#platform/http'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { cookiesOf, giveAccounts, logIn } from '#test/log-in'
import { logInAt, startIssuer } from '#test/oidc-issuer'
import { openStaffLogin } from './index.ts'
import type { LoginConfig } from './login-house.ts'

const { ownerUrl, urls } = await testDatabase()
const cast = await plantCast(ownerUrl)
const database = new Database(urls, 4)
const log = pino({ level: 'silent' })
const publicUrl = 'http://localhost:9677'
const issuer = await startIssuer(`${publicUrl}/api/auth/callback/sso`)
const config = {
  database,
  clock: systemClock,
  log,
  publicUrl,
  secret: 'a secret of the tests that is long',
  oidc: issuer,
}
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()

function serve(more: Partial<LoginConfig> = {}) {
  const login = openStaffLogin({ ...config, ...more })
  const app = makeHttp({ log, authenticate: async () => null })
  login.mount(app)
  return { login, app }
}
const { login, app } = serve()
await giveAccounts(login, cast, 'systemAdministrator', 'agent', 'leader')
afterAll(async () => {
  await app.close()
  await issuer.close()
  await owner.end()
  await database.close()
})

const find = (cookie: string) => openStaffLogin(config).find({ headers: { cookie } } as never)

/** From the link of the log-in page to the page that one came for. */
async function signOn(name: string, next = '/desk/work') {
  const away = await app.inject({ url: `/api/auth/sso?next=${encodeURIComponent(next)}` })
  expect(away.statusCode).toBe(303)
  const back = new URL(await logInAt(issuer.issuer, String(away.headers.location), name))
  return await app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie: cookiesOf(away) } })
}

test('whoever the issuer names by their user name is logged in, as two factors, and goes on to the page', async () => {
  const back = await signOn('systemadministrator')
  expect(back.statusCode).toBe(302)
  expect(back.headers.location).toBe('/desk/work')
  expect(await find(cookiesOf(back))).toMatchObject({
    actor: { posts: [{ role: 'systemAdministrator' }] },
    state: { secondFactorDue: false },
  })
  const { rows } = await owner.query("select subject_id, data ->> 'method' as method from event where verb = 'logIn'")
  expect(rows).toEqual([{ subject_id: cast.staff.systemAdministrator, method: 'sso' }])
  const { rows: accounts } = await owner.query(
    `select "accountId", "accessToken", "idToken" from auth.account where "providerId" = 'sso'`,
  )
  expect(accounts).toEqual([{ accountId: 'systemadministrator', accessToken: null, idToken: null }])
})

test('the second time it is the same account', async () => {
  expect((await signOn('systemadministrator')).headers.location).toBe('/desk/work')
  const { rows } = await owner.query(`select count(*)::int as linked from auth.account where "providerId" = 'sso'`)
  expect(rows[0].linked).toBe(1)
})

test('nobody gets an account by it, and nobody who left gets in', async () => {
  const stranger = await signOn('stranger')
  expect(stranger.headers.location).toBe(`${publicUrl}/desk/login?error=signup_disabled`)
  expect(stranger.cookies.some(({ name, value }) => name.endsWith('session_token') && value !== '')).toBe(false)
  await owner.query("update staff set employed = '[2020-01-01,2021-01-01)' where id = $1", [cast.staff.leader])
  expect((await signOn('leader')).headers.location).toContain('error=NOT_EMPLOYED')
})

test('an answer that this browser did not ask for logs nobody in', async () => {
  const away = await app.inject({ url: '/api/auth/sso' })
  const back = new URL(await logInAt(issuer.issuer, String(away.headers.location), 'agent'))
  const other = await app.inject({ url: `${back.pathname}${back.search}` })
  expect(other.headers.location).toContain('/desk/login?error=')
  expect(other.cookies.some(({ name, value }) => name.endsWith('session_token') && value !== '')).toBe(false)
})

test('the way on stays on this site', async () => {
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
    expect((await signOn('agent', next)).headers.location).toBe('/desk')
  }
})

test('an issuer that is away delays nobody, says so, and is asked again', async () => {
  const away = await startIssuer(`${publicUrl}/api/auth/callback/sso`)
  const port = Number(new URL(away.issuer).port)
  await away.close()
  const house = serve({ oidc: away })
  expect((await house.app.inject({ url: '/api/auth/sso' })).json().type).toContain('single-sign-on-away')
  expect(await logIn(house.app, 'agent')).toContain('session_token')
  const again = await startIssuer(`${publicUrl}/api/auth/callback/sso`, port)
  expect((await house.app.inject({ url: '/api/auth/sso' })).statusCode).toBe(303)
  await again.close()
})

test('without an issuer there is no such door', async () => {
  const house = serve({ oidc: undefined })
  expect((await house.app.inject({ url: '/api/auth/sso' })).json().type).toContain('no-single-sign-on')
})
