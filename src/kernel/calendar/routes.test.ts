import { afterAll, expect, test } from 'vitest'
import { clockMover } from '#kernel/cases'
import { makeHttp } from '#platform/http'
import { makeLog } from '#platform/log'
import type { CastStaff } from '#test/cast'
import { openHouse, sql } from '#test/hotline-house'
import { addCalendarRoutes } from './routes.ts'

const house = await openHouse({ now: '2026-12-30T10:00:00+08:00' })
const { units, does, files, rows } = house
const app = makeHttp({
  log: makeLog('silent'),
  authenticate: async ({ headers }) => (headers['x-who'] ? await house.actor(headers['x-who'] as CastStaff) : null),
})
addCalendarRoutes(app, { ...house, mover: clockMover })
await app.ready()
afterAll(async () => {
  await app.close()
  await house.close()
})

async function call(who: CastStaff | null, url: string, payload?: object, key: string = crypto.randomUUID()) {
  const response = await app.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/v1/calendar/${url}`,
    headers: { ...(who && { 'x-who': who }), 'idempotency-key': key },
    ...(payload && { payload }),
  })
  return { status: response.statusCode, body: response.json() }
}
const lines = '01-01 01-04 02-05 02-06 02-07 02-08 05-01 10-01 10-02 10-03'
  .split(' ')
  .map((day) => `2027-${day},休,假日`)
const notice = { year: 2027, source: '关于2027年部分节假日安排的通知', file: ['date,kind,name', ...lines].join('\n') }
const dues = () => rows(sql<{ due_at: Date }>`select due_at from clock where case_id = ${caseId} order by id`)

const { id: caseId } = await files()
await does('dispatcher', caseId, 'dispatch', { unit: units.housing })

test('the years that stand are read by everyone at work; the next one is provisional', async () => {
  const { notices } = (await call('agent', 'notices')).body
  const years = notices.map(({ year, provisional }: { year: number; provisional: boolean }) => [year, provisional])
  expect(years.slice(-2)).toEqual([
    [2026, false],
    [2027, true],
  ])
  expect(notices.at(-1).days[0]).toMatchObject({ date: '2027-01-01', kind: 'rest', name: { zh: '元旦' } })
  expect((await call(null, 'notices')).status).toBe(401)
})

test.each(['agent', 'leader', 'securityAdministrator'] as const)(
  '%s neither previews nor loads a notice, nor changes hours',
  async (who) => {
    const before = await dues()
    const hours = { unit: null, hours: { workday: [['09:00', '17:00']] }, from: '2027-01-01', source: '通知' }
    for (const [url, body] of [
      ['notice-previews', notice],
      ['notices', notice],
      ['hours', hours],
    ] as const) {
      const refused = await call(who, url, body)
      expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('系统管理员') } })
    }
    expect(await dues()).toEqual(before)
  },
)

test('a preview names the cases whose clocks would move, and moves none', async () => {
  const before = await dues()
  const { status, body } = await call('systemAdministrator', 'notice-previews', notice)
  expect(status).toBe(200)
  expect(body).toMatchObject({ year: 2027, restDays: 10, makeUpDays: 0 })
  const handle = body.moves.find(({ name }: { name: string }) => name === 'handle')
  expect(handle).toMatchObject({ caseId, unit: units.housing, change: 'later' })
  expect(Date.parse(handle.to)).toBeGreaterThan(Date.parse(handle.from))
  expect(await dues()).toEqual(before)
})

test('loaded once for one key, the clocks move and the year is no longer provisional', async () => {
  const before = await dues()
  const first = await call('systemAdministrator', 'notices', notice, 'the-same-key')
  expect(first).toMatchObject({ status: 200, body: { fresh: true, counts: { kept: 0 } } })
  expect((await call('systemAdministrator', 'notices', notice, 'the-same-key')).body).toEqual(first.body)
  expect(await dues()).not.toEqual(before)
  const events = await rows(sql`select id from event where subject = 'calendar' and verb = 'loadNotice'`)
  expect(events).toHaveLength(1)
  const { notices } = (await call('agent', 'notices')).body
  expect(notices.at(-1)).toMatchObject({ year: 2027, provisional: false, source: notice.source })
})

test.each([
  ['a file that is none', { file: '<html>' }, 422],
  ['a list without a statutory day', { file: 'date,kind,name\n2027-01-01,休,元旦' }, 422],
  ['neither days nor a file', { file: undefined }, 422],
  ['no document', { source: ' ' }, 422],
  ['a year outside of 2000 to 2200', { year: 2201 }, 400],
  ['a date that is none', { file: undefined, days: [{ date: '2027-02-30', kind: 'rest', name: { zh: '春节' } }] }, 400],
])('%s is refused in a sentence', async (_what, more, status) => {
  const refused = await call('systemAdministrator', 'notices', { ...notice, ...more })
  expect([refused.status, typeof refused.body.detail]).toEqual([status, 'string'])
})

test('hours are set for a unit from a day on, and stand before the district’s', async () => {
  const change = { unit: units.sunny, hours: { workday: [['09:00', '16:00']] }, from: '2027-01-10', source: '社区通知' }
  const set = await call('systemAdministrator', 'hours', change)
  expect(set).toMatchObject({ status: 200, body: { ...change, to: null } })
  const { hours } = (await call('sunnyWorker', `hours?unit=${units.sunny}`)).body
  expect(hours.map(({ unit, from }: { unit: number; from: string }) => [unit, from])).toEqual([
    [units.sunny, '2027-01-10'],
    [null, null],
  ])
  expect((await call('willowWorker', `hours?unit=${units.willow}`)).body.hours).toHaveLength(1)
  const day = { ...change, from: '2027-02-04', to: '2027-02-04', hours: { workday: [['09:00', '12:00']] } }
  expect((await call('systemAdministrator', 'hours', day)).body).toMatchObject({ from: '2027-02-04', to: '2027-02-04' })
  expect((await call('agent', 'hours')).body.hours).toHaveLength(3)
})

test.each([
  ['a unit that does not exist', { unit: 999_999 }, 404],
  ['a day that has passed', { from: '2026-12-29' }, 422],
  ['spans out of order', { hours: { workday: [['12:00', '08:00']] } }, 422],
  ['a day of no week', { hours: { someday: [['08:00', '12:00']] } }, 400],
  ['a year beyond 2200', { from: '2201-01-01' }, 400],
])('hours with %s are refused in a sentence', async (_what, more, status) => {
  const change = { unit: null, hours: { workday: [['09:00', '16:00']] }, from: '2027-03-01', source: '通知' }
  const refused = await call('systemAdministrator', 'hours', { ...change, ...more })
  expect([refused.status, typeof refused.body.detail]).toEqual([status, 'string'])
})
