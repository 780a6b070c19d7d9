import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#platform/clock'
import { Database } from '#platform/database'
import { makeHttp } from '#platform/http'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { giveAccounts, logIn } from '#test/log-in'
import { loadActor } from './actors.ts'
import { addIdentityRoutes, grantPost, openStaffLogin } from './index.ts'

const { ownerUrl, urls } = await testDatabase()
const { staff, units, district } = await plantCast(ownerUrl)
const neighbour = await plantCast(ownerUrl, 2)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
await owner.query(`update setting set value = '[]' where key = 'account.secondFactor.roles'`)
const database = new Database(urls, 4)
const log = pino({ level: 'silent' })
const login = openStaffLogin({
  database,
  clock: systemClock,
  log,
  publicUrl: 'http://localhost',
  secret: 'x'.repeat(40),
})
await giveAccounts(
  login,
  { staff, units, district },
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  'agent',
)
const app = makeHttp({ log, authenticate: async (request) => (await login.find(request))?.actor ?? null })
login.mount(app)
const cases = { openAt: async () => [], rehome: async () => undefined }
addIdentityRoutes(app, { database, clock: systemClock, login, cases })
afterAll(async () => {
  await app.close()
  await owner.end()
  await database.close()
})

const cookies = {
  system: await logIn(app, 'systemadministrator'),
  security: await logIn(app, 'securityadministrator'),
  audit: await logIn(app, 'auditadministrator'),
  agent: await logIn(app, 'agent'),
}
type Who = keyof typeof cookies
const get = async (who: Who, url: string) =>
  (await app.inject({ url: `/api/v1${url}`, headers: { cookie: cookies[who] } })).json()
const post = async (who: Who, url: string, payload: object, version?: number) => {
  const headers = {
    cookie: cookies[who],
    'idempotency-key': randomUUID(),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  }
  return (await app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers })).json()
}
const refusal = (answer: { type?: string }) => answer.type?.replace('urn:lianxin:refusal:', '')
const newcomer = { name: { zh: '新来的' }, userName: 'new.comer', password: 'First-word-1' }

test('one administrator makes the account, another gives the post: together they let somebody work', async () => {
  const made = await post('system', '/staff', newcomer)
  expect(made).toMatchObject({ name: { zh: '新来的' }, hasAccount: true, posts: [], version: 1 })
  expect(refusal(await post('system', `/staff/${made.id}/posts`, { unit: units.sunny, role: 'communityWorker' }))).toBe(
    'identity.only-securityAdministrator',
  )
  const granted = await post('security', `/staff/${made.id}/posts`, { unit: units.sunny, role: 'communityWorker' })
  expect(granted).toMatchObject({
    version: 2,
    posts: [{ unit: units.sunny, unitName: { zh: '向阳社区' }, role: 'communityWorker' }],
  })
  const cookie = await logIn(app, 'new.comer', newcomer.password)
  const me = (await app.inject({ url: '/api/v1/me', headers: { cookie } })).json()
  expect(me).toMatchObject({
    name: { zh: '新来的' },
    posts: [],
    passwordDue: true,
    district: { name: { zh: '星河区' } },
  })
})

test('nobody else makes accounts, grants posts or reads the log, each with a sentence whom to ask', async () => {
  for (const who of ['security', 'audit', 'agent'] as const) {
    expect(refusal(await post(who, '/staff', { ...newcomer, userName: 'other' }))).toBe(
      'identity.only-systemAdministrator',
    )
  }
  for (const who of ['system', 'audit', 'agent'] as const) {
    const answer = await post(who, `/staff/${staff.sunnyWorker}/posts`, { unit: units.sunny, role: 'handler' })
    expect(refusal(answer)).toBe('identity.only-securityAdministrator')
  }
  for (const who of ['system', 'security', 'agent'] as const) {
    expect(refusal(await get(who, '/audit-log'))).toBe('identity.only-auditAdministrator')
  }
})

test('a user name serves one person, and a first password must be worth something', async () => {
  expect(refusal(await post('system', '/staff', newcomer))).toBe('identity.user-name-taken')
  expect(refusal(await post('system', '/staff', { ...newcomer, userName: 'x' }))).toBe('identity.user-name')
  expect(refusal(await post('system', '/staff', { ...newcomer, userName: 'weak', password: 'weak' }))).toBe(
    'identity.weak-password',
  )
})

test('the same Idempotency-Key makes one account', async () => {
  const headers = { cookie: cookies.system, 'idempotency-key': 'twice-the-same' }
  const make = () =>
    app.inject({ method: 'POST', url: '/api/v1/staff', payload: { ...newcomer, userName: 'once' }, headers })
  const [first, second] = [await make(), await make()]
  expect(second.json()).toEqual(first.json())
  const { rows } = await owner.query(`select count(*)::int as made from auth."user" where username = 'once'`)
  expect(rows[0].made).toBe(1)
})

test('an administrator holds no other post, whichever came first, and nobody helps themselves', async () => {
  const give = (person: number, role: string) =>
    post('security', `/staff/${person}/posts`, { unit: units.district, role })
  for (const role of ['securityAdministrator', 'auditAdministrator', 'leader']) {
    expect(refusal(await give(staff.systemAdministrator, role))).toBe('identity.separated')
  }
  expect(refusal(await give(staff.leader, 'auditAdministrator'))).toBe('identity.separated')
  expect(refusal(await give(staff.securityAdministrator, 'leader'))).toBe('identity.own-post')
  expect(refusal(await give(staff.leader, 'leader'))).toBe('identity.post-held')
})

test('a post goes to somebody and a unit of the district only', async () => {
  const give = (person: number, unit: number) => post('security', `/staff/${person}/posts`, { unit, role: 'handler' })
  expect(refusal(await give(neighbour.staff.agent, units.sunny))).toBe('not-found')
  expect(refusal(await give(staff.agent, neighbour.units.sunny))).toBe('identity.no-unit')
})

test('a post ends at once, for who has seen the present state; the last security administrator stays', async () => {
  const { posts, version } = await get('security', `/staff/${staff.willowWorker}`)
  const end = (seen: number) => post('security', `/staff/${staff.willowWorker}/posts/${posts[0].id}/end`, {}, seen)
  expect(refusal(await end(version + 1))).toBe('changed-meanwhile')
  expect((await end(version)).posts).toEqual([])
  expect((await loadActor(database, { district, staffId: staff.willowWorker }, systemClock, 'zh')).posts).toEqual([])
  const own = await get('security', `/staff/${staff.securityAdministrator}`)
  const last = await post('security', `/staff/${own.id}/posts/${own.posts[0].id}/end`, {}, own.version)
  expect(refusal(last)).toBe('identity.last-administrator')
})

test('yesterday cannot be changed', async () => {
  const { version } = await get('system', `/staff/${staff.riverHandler}`)
  const answer = await post('system', `/staff/${staff.riverHandler}/end`, { from: '2024-01-01' }, version)
  expect(refusal(answer)).toBe('identity.past')
})

test('whoever leaves is logged out everywhere, and whoever forgot gets a first password', async () => {
  await giveAccounts(login, { staff, units, district }, 'bridgeHandler')
  const gone = await logIn(app, 'bridgehandler')
  const { version } = await get('system', `/staff/${staff.bridgeHandler}`)
  const reset = await post(
    'system',
    `/staff/${staff.bridgeHandler}/log-in-resets`,
    { password: 'Second-word-2' },
    version,
  )
  expect(reset.version).toBe(version + 1)
  await expect
    .poll(async () => (await app.inject({ url: '/api/v1/me', headers: { cookie: gone } })).statusCode, {
      timeout: 2_500,
    })
    .toBe(401)
  const again = await logIn(app, 'bridgehandler', 'Second-word-2')
  expect((await app.inject({ url: '/api/v1/me', headers: { cookie: again } })).json().passwordDue).toBe(true)
  await post('system', `/staff/${staff.bridgeHandler}/end`, {}, reset.version)
  await expect(logIn(app, 'bridgehandler', 'Second-word-2')).rejects.toThrow('identity.not-employed')
  expect(refusal(await post('system', `/staff/${staff.systemAdministrator}/end`, {}, 0))).toBe('identity.own-account')
})

test('one sees where one is logged in, and ends the others', async () => {
  const phone = await logIn(app, 'agent')
  const { sessions } = await get('agent', '/sessions')
  expect(sessions).toHaveLength(2)
  expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  const other = sessions.find(({ current }: { current: boolean }) => !current)
  const end = (who: Who, id: string) =>
    app.inject({ method: 'DELETE', url: `/api/v1/sessions/${id}`, headers: { cookie: cookies[who] } })
  expect(refusal((await end('audit', other.id)).json())).toBe('identity.no-session')
  expect((await end('agent', other.id)).json()).toEqual({ ended: 1 })
  await expect
    .poll(async () => (await app.inject({ url: '/api/v1/me', headers: { cookie: phone } })).statusCode, {
      timeout: 2_500,
    })
    .toBe(401)
  await logIn(app, 'agent')
  const all = await app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers: { cookie: cookies.agent } })
  expect(all.json()).toEqual({ ended: 1 })
})

test('whoever is not logged in is told only how to, and is otherwise refused', async () => {
  const ways = await app.inject({ url: '/api/v1/ways-to-log-in' })
  expect(ways.json()).toEqual({ password: true, passkey: true, singleSignOn: false })
  for (const url of ['/api/v1/me', '/api/v1/units', '/api/v1/staff', '/api/v1/sessions', '/api/v1/audit-log']) {
    expect((await app.inject({ url })).statusCode).toBe(401)
  }
})

test('the audit administrator reads who did what, page by page', async () => {
  const { events } = await get('audit', '/audit-log?subject=staff&limit=2')
  expect(events).toHaveLength(2)
  const { events: older } = await get('audit', `/audit-log?subject=staff&limit=200&before=${events[1].id}`)
  expect(older.at(-1)).toMatchObject({ verb: 'createStaff', actorKind: 'staff', actorId: staff.systemAdministrator })
  expect(older.map(({ id }: { id: number }) => id)).toEqual(
    older.map(({ id }: { id: number }) => id).toSorted((a: number, b: number) => b - a),
  )
})

test('the system administrator founds, renames and reorganises units; a preview changes nothing', async () => {
  const { today } = await get('system', '/me')
  const founded = await post('system', '/units', {
    kind: 'community',
    parent: units.riverStreet,
    name: { zh: '新苑社区' },
    from: today,
  })
  expect(founded).toMatchObject({ parent: units.riverStreet, name: { zh: '新苑社区' } })
  const renamed = await post('system', `/units/${founded.id}/names`, { name: { zh: '新苑第一社区' }, from: today })
  expect(renamed.name).toEqual({ zh: '新苑第一社区' })
  const wish = { kind: 'merge', units: [founded.id], into: units.northGarden, on: today }
  expect(await post('system', '/reorganisations/previews', wish)).toMatchObject({
    closes: [{ id: founded.id }],
    founds: [],
    posts: 0,
    openCases: 0,
  })
  const named = async () => (await get('agent', '/units?search=新苑')).units.length
  expect(await named()).toBe(1)
  expect(refusal(await post('security', '/reorganisations', wish))).toBe('identity.only-systemAdministrator')
  expect(refusal(await post('agent', '/reorganisations', wish))).toBe('identity.only-systemAdministrator')
  expect(await post('system', '/reorganisations', wish)).toMatchObject({
    unit: units.northGarden,
    founded: [],
    cases: 0,
  })
  expect(await named()).toBe(0)
})

test('row-level security refuses the post that a forgotten check would grant', async () => {
  const forgetful = { ...(await loadActor(database, { district, staffId: staff.agent }, systemClock, 'zh')) }
  const disguised = {
    ...forgetful,
    posts: [{ unit: units.district, role: 'securityAdministrator' as const, reach: new Set<number>() }],
  }
  const work = database.as('staff', forgetful.scope, (tx) =>
    grantPost(tx, disguised, { staff: staff.sunnyWorker, unit: units.sunny, role: 'handler' }, systemClock),
  )
  await expect(work).rejects.toMatchObject({ code: '42501' })
})
