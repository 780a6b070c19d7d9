import { afterAll, expect, test } from 'vitest'
import { actorKey, requireDuty } from '#kernel/identity'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { openHouse, sql } from '#test/hotline-house'
import { addSettingRoutes } from './routes.ts'

const house = await openHouse()
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: async ({ headers }) => (headers['x-who'] ? await house.actor(headers['x-who'] as CastStaff) : null),
})
addSettingRoutes(app, {
  ...house,
  permit: (actor) => requireDuty(actor, 'systemAdministrator'),
  keyOf: actorKey,
})
await app.ready()
afterAll(async () => {
  await app.close()
  await house.close()
})

async function call(who: CastStaff | null, url: string, payload?: object, key: string = crypto.randomUUID()) {
  const response = await app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1/rules${url}`,
    headers: { ...(who && { 'x-who': who }), 'idempotency-key': key },
    ...(payload && { payload }),
  })
  return { status: response.statusCode, body: response.json() }
}
const change = { key: 'hotline.limit.ruling', value: { amount: 2 }, from: '2026-10-01', source: '区政务办会议纪要' }
const changes = () => house.rows(sql<{ id: number }>`select id from event where subject = 'setting'`)

test('everyone at work reads the rules of a day, each with its law, by the beginning of their keys', async () => {
  const { status, body } = await call('sunnyWorker', '?prefix=hotline.limit.handle.C.')
  expect([status, body.on]).toEqual([200, '2026-09-18'])
  const rules: { key: string; value: object; unit: string; source: string }[] = body.rules
  expect(rules.map(({ key }) => key.split('.').at(-1))).toEqual(['complex', 'life', 'ordinary', 'utilities'])
  expect(rules.find(({ key }) => key.endsWith('complex'))).toMatchObject({ value: { amount: 15 }, unit: 'CD' })
  expect(rules.every(({ source }) => source.length > 0)).toBe(true)
  expect((await call('sunnyWorker', '')).body.rules.length).toBeGreaterThan(60)
})

test('nobody reads them without a log-in, nor for a day outside of 2000 to 2200', async () => {
  expect((await call(null, '')).status).toBe(401)
  for (const on of ['1999-12-31', '2201-01-01', '2026-02-30', 'soon']) {
    expect([on, (await call('agent', `?on=${on}`)).status]).toEqual([on, 400])
  }
  expect((await call('agent', '?on=2200-12-31')).status).toBe(200)
})

test.each(['agent', 'leader', 'securityAdministrator', 'auditAdministrator'] as const)(
  '%s is told whom to ask for another rule, and nothing changes',
  async (who) => {
    const refused = await call(who, '', change)
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('系统管理员') } })
    expect(await changes()).toEqual([])
  },
)

test('the system administrator sets the district’s own value from a day on, once for one key', async () => {
  const key = 'the-same-key'
  const first = await call('systemAdministrator', '', change, key)
  expect(first).toMatchObject({ status: 200, body: { own: true, value: { amount: 2 }, unit: 'WD', level: 'district' } })
  expect((await call('systemAdministrator', '', change, key)).body).toEqual(first.body)
  expect(await changes()).toHaveLength(1)
  const valueOn = async (on: string) => (await call('agent', `?prefix=${change.key}&on=${on}`)).body.rules[0].value
  expect(await valueOn('2026-09-30')).toEqual({ amount: 1 })
  expect(await valueOn('2026-10-01')).toEqual({ amount: 2 })
})

test('the history of a rule shows what stood, stands and will stand; an unknown one is refused by name', async () => {
  const { values } = (await call('agent', `/${change.key}/history`)).body
  const shown = values.map(({ own, effective }: { own: boolean; effective: { from: string } }) => [own, effective.from])
  expect(shown).toEqual([
    [false, null],
    [true, '2026-10-01'],
  ])
  const unknown = await call('agent', '/no.such.rule/history')
  expect(unknown).toMatchObject({ status: 404, body: { detail: expect.stringContaining('no.such.rule') } })
})

test.each([
  ['what the law leaves to nobody', { key: 'publication.case.never', value: [] }, 422],
  ['a day that has passed', { from: '2026-09-17' }, 422],
  ['a day that is none', { from: '2026-02-30' }, 400],
  ['no document', { source: ' ' }, 422],
  ['another form', { value: 'two' }, 422],
  ['a member nobody asked for', { district: 2 }, 400],
])('%s is refused in a sentence', async (_what, more, status) => {
  const refused = await call('systemAdministrator', '', { ...change, ...more })
  expect([refused.status, typeof refused.body.detail]).toEqual([status, 'string'])
})
