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
const clock = settableClock(new Date())
const log = pino({ level: 'silent' })
const config = {
  database,
  clock,
  log,
  publicUrl: 'http://localhost:9677',
  secret: 'a secret of the tests that is long',
}
const login = openStaffLogin(config)
await giveAccounts(login, cast, 'agent', 'leader', 'bridgeHandler', 'sunnyWorker', 'systemAdministrator')
const app = makeHttp({ log, authenticate: async (request) => (await login.find(request))?.actor ?? null })
login.mount(app)
app.get('/who', async (request) => {
  const found = await login.find(request)
  return found && { name: found.actor.name.zh, posts: found.actor.posts.length, ...found.state }
})
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await app.close()
  await owner.end()
  await database.close()
})

const post = (path: string, payload: object, cookie = '', language = 'zh') =>
  app.inject({ method: 'POST', url: `/api/auth${path}`, payload, headers: { cookie, 'accept-language': language } })
const signIn = (username: string, password: string) => post('/sign-in/username', { username, password })
const who = async (cookie: string) => (await app.inject({ url: '/who', headers: { cookie } })).json()
const eventsOf = async (verb: string) =>
  (await owner.query("select subject_id, actor_kind, data from event where subject = 'account' and verb = $1", [verb]))
    .rows

test('the right password logs in: a cookie that scripts cannot read, no token in the answer, an event', async () => {
  const response = await signIn('AGENT', PASSWORD)
  expect(response.statusCode).toBe(200)
  const cookie = response.cookies.find(({ name }) => name.endsWith('session_token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(cookie).not.toHaveProperty('maxAge')
  expect(response.json()).not.toHaveProperty('token')
  expect(await who(cookiesOf(response))).toMatchObject({
    name: '林小满',
    posts: 1,
    passwordDue: false,
    secondFactorDue: false,
  })
  const [event] = await eventsOf('logIn')
  expect(event).toMatchObject({
    subject_id: cast.staff.agent,
    actor_kind: 'staff',
    data: { method: 'password' },
  })
})

test('a wrong password, a name nobody has and a name nobody can have are refused in the same words', async () => {
  const refusals = []
  for (const name of ['agent', 'nobody.here', 'a', '中文名', 'x'.repeat(60)]) {
    const response = await signIn(name, 'wrong')
    expect(response.headers['content-type']).toContain('application/problem+json')
    const { instance, ...rest } = response.json()
    refusals.push({ status: response.statusCode, ...rest })
  }
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
  expect(refusals[0]).toMatchObject({ status: 401, type: 'urn:lianxin:refusal:identity.wrong-password' })
  const english = await post('/sign-in/username', { username: 'agent', password: 'wrong' }, '', 'en')
  expect(english.json().title).toContain('user name or the password')
})

test('after five failures the log-in is locked for half an hour, for names nobody has too', async () => {
  const refusals = []
  for (const name of ['leader', 'nobody.there']) {
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn(name, 'wrong')))
    expect(tries.map(({ statusCode }) => statusCode).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const { instance, ...locked } = (await signIn(name, PASSWORD)).json()
    refusals.push(locked)
  }
  expect(refusals[0]).toEqual(refusals[1])
  expect(refusals[0]).toMatchObject({ type: 'urn:lianxin:refusal:identity.locked', fields: { minutes: 30 } })
  clock.advance(30 * 60_000)
  expect((await signIn('leader', PASSWORD)).statusCode).toBe(200)
  await expect.poll(async () => (await eventsOf('refuseLogIn')).length).toBeGreaterThanOrEqual(5)
})

test('the password of somebody who left logs nobody in', async () => {
  await owner.query("update staff set employed = '[2020-01-01,2021-01-01)' where id = $1", [cast.staff.sunnyWorker])
  const response = await signIn('sunnyworker', PASSWORD)
  expect(response.json()).toMatchObject({ status: 403, type: 'urn:lianxin:refusal:identity.not-employed' })
  expect((await signIn('sunnyworker', 'wrong')).json().type).toContain('identity.wrong-password')
})

test('half an hour without a request ends the log-in; until then each request prolongs it', async () => {
  const cookie = await logIn(app, 'agent')
  for (const minutes of [20, 20]) {
    clock.advance(minutes * 60_000)
    const again = openStaffLogin(config) // another process: its answers are not two seconds old
    expect(await again.find({ headers: { cookie } } as never)).not.toBeNull()
  }
  clock.advance(30 * 60_000 + 1)
  expect(await openStaffLogin(config).find({ headers: { cookie } } as never)).toBeNull()
})

test('a cookie that was forged or signed by somebody else is nobody', async () => {
  const cookie = await logIn(app, 'agent')
  expect(await who(cookie.replace(/=./, '=~'))).toBeNull()
  const stranger = openStaffLogin({ ...config, secret: 'the secret of another house, also long' })
  expect(await stranger.find({ headers: { cookie } } as never)).toBeNull()
})

test('an administrator’s post sleeps until a second factor was given', async () => {
  const cookie = await logIn(app, 'systemadministrator')
  expect(await who(cookie)).toMatchObject({ posts: 0, secondFactorDue: true })
})

test('a first password and one that is too old let nobody work before it is changed', async () => {
  const cookie = await logIn(app, 'bridgehandler')
  await owner.query(`update auth."user" set "passwordInitial" = true where username = 'bridgehandler'`)
  const fresh = openStaffLogin(config)
  expect(await fresh.find({ headers: { cookie } } as never)).toMatchObject({
    actor: { posts: [] },
    state: { passwordDue: true },
  })
  const weak = await post('/change-password', { currentPassword: PASSWORD, newPassword: 'alllowercase' }, cookie)
  expect(weak.json()).toMatchObject({ status: 422, type: 'urn:lianxin:refusal:identity.weak-password' })
  const same = await post('/change-password', { currentPassword: PASSWORD, newPassword: PASSWORD }, cookie)
  expect(same.json().type).toContain('identity.same-password')
  const wrong = await post('/change-password', { currentPassword: 'not mine', newPassword: 'Qiao-dong-2026' }, cookie)
  expect(wrong.json().type).toContain('identity.wrong-password')
  const changed = await post('/change-password', { currentPassword: PASSWORD, newPassword: 'Qiao-dong-2026' }, cookie)
  expect(changed.statusCode).toBe(200)
  expect(await who(cookiesOf(changed))).toMatchObject({ posts: 1, passwordDue: false })
  expect((await signIn('bridgehandler', PASSWORD)).statusCode).toBe(401)
  expect(await eventsOf('changePassword')).toHaveLength(1)
  await owner.query(
    `update auth."user" set "passwordSetAt" = now() - interval '91 days' where username = 'bridgehandler'`,
  )
  const old = await openStaffLogin(config).find({ headers: { cookie: cookiesOf(changed) } } as never)
  expect(old).toMatchObject({ actor: { posts: [] }, state: { passwordDue: true } })
})

test('logging out ends the session for every process within two seconds', async () => {
  const cookie = await logIn(app, 'agent')
  expect(await who(cookie)).not.toBeNull()
  expect((await post('/sign-out', {}, cookie)).statusCode).toBe(200)
  await expect.poll(() => who(cookie), { timeout: 2_500 }).toBeNull()
  expect(await eventsOf('logOut')).toHaveLength(1)
})

test('a page that only listens does not keep its log-in alive, and learns of the end at once', async () => {
  const cookie = await logIn(app, 'agent')
  const listens = async () => (await login.peek({ headers: { cookie } } as never))?.actor.name.zh ?? null
  const began = clock.now()
  clock.advance(29 * 60_000)
  expect(await listens()).toBe('林小满')
  clock.advance(2 * 60_000)
  expect(await listens()).toBeNull()
  clock.set(began)
  expect(await listens()).toBe('林小满')
  expect((await post('/sign-out', {}, cookie)).statusCode).toBe(200)
  expect(await listens()).toBeNull()
})

test('there is no sign-up, and nothing of the engine but what is served', async () => {
  const stranger = { email: 'a@b.example', name: 'a', password: PASSWORD, username: 'stranger' }
  for (const path of ['/sign-up/email', '/sign-in/email', '/update-user', '/is-username-available', '/delete-user']) {
    expect((await post(path, stranger)).statusCode).toBe(404)
  }
  expect((await app.inject({ url: '/api/auth/list-sessions' })).statusCode).toBe(404)
})

test('a page of another site cannot log anybody in', async () => {
  const payload = { username: 'agent', password: PASSWORD }
  const headers = { origin: 'https://elsewhere.example' }
  const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload, headers })
  expect(response.statusCode).toBe(403)
})

test('one address tries only so many names a minute, however many there are; a neighbour is not held up', async () => {
  await owner.query(`update setting set value = '{"amount": 4}' where key = 'account.signIn.perMinute'`)
  const fresh = openStaffLogin(config)
  const door = makeHttp({ log, authenticate: async () => null })
  fresh.mount(door)
  const guess = (username: string, remoteAddress: string) =>
    door.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username, password: 'x' },
      remoteAddress,
    })
  const answers = []
  for (let name = 0; name < 6; name++) answers.push((await guess(`name.${name}`, '203.0.113.7')).statusCode)
  expect(answers).toEqual([401, 401, 401, 401, 429, 429])
  expect((await guess('name.9', '203.0.113.8')).statusCode).toBe(401)
  expect((await guess('name.9', '203.0.113.7')).headers['retry-after']).toBe('60')
  await door.close()
})
