import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { Database, type PoolName, type Tx } from '#platform/database'
import { plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { changeSetting, type SettingChange } from './change-setting.ts'
import { amountAt, findRule, ruleAt, ruleHistory, rulesAt, settingVersion } from './rules.ts'

const { ownerUrl, urls } = await testDatabase()
await plantCast(ownerUrl)
await plantCast(ownerUrl, 2)
const database = new Database(urls, 2)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await database.close()
})

const at = new Date('2026-11-23T09:00:00+08:00')
const security = { kind: 'staff', id: 17 } as const
const inDistrict = <T>(work: (tx: Tx) => Promise<T>, district = 1, role: PoolName = 'staff') =>
  database.as(role, { district }, work)
const change = (key: string, value: unknown, more: Partial<SettingChange> = {}) =>
  inDistrict((tx) =>
    changeSetting(tx, security, { key, value, from: '2026-11-23', source: '区政务办会议', at, ...more }),
  )
const amount = (key: string, date: string, district = 1) => inDistrict((tx) => amountAt(tx, key, date), district)
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { id?: string }) => error.id,
  )

describe('the shipped rules', () => {
  test('say what the law says, where it says so, and how well it was read', async () => {
    const rule = await inDistrict((tx) => ruleAt(tx, 'hotline.extension.max', '2026-11-23'))
    expect(rule).toMatchObject({
      value: { amount: 10 },
      unit: 'WD',
      starts: 'handleDue',
      ruleId: 'H9',
      source: '山东省政务服务热线管理办法',
      level: 'province',
      checked: 'X',
      own: false,
      effective: { from: null, until: null },
    })
  })

  test.each([
    ['hotline.limit.handle.A.ordinary', 5, 'WD'],
    ['hotline.limit.handle.B.ordinary', 5, 'WD'],
    ['hotline.limit.handle.C.ordinary', 7, 'CD'],
    ['hotline.limit.handle.C.complex', 15, 'CD'],
    ['hotline.limit.handle.C.life', 2, 'H'],
    ['hotline.limit.handle.C.utilities', 24, 'H'],
    ['hotline.limit.handle.D.ordinary', 7, 'WD'],
    ['hotline.limit.sendBack', 2, 'WD'],
    ['account.lockout.tries', 5, 'times'],
    ['account.lockout.duration', 30, 'min'],
    ['retention.log', 6, 'M'],
    ['retention.idempotency', 30, 'CD'],
  ])('%s is %f %s', async (key, value, unit) => {
    const rule = await inDistrict((tx) => ruleAt(tx, key, '2026-11-23'))
    expect([rule.value, rule.unit]).toEqual([{ amount: value }, unit])
  })

  test('all have a title in both languages, a source, and an amount with its unit', async () => {
    const rules = await inDistrict((tx) => rulesAt(tx, '', '2026-11-23'))
    expect(rules.length).toBeGreaterThan(60)
    for (const { title, source, value, unit } of rules) {
      expect(title?.zh && title.en && source).toBeTruthy()
      expect(unit !== null).toBe(typeof value === 'object' && value !== null && 'amount' in value)
    }
  })

  test('are found by the beginning of their keys, once each', async () => {
    const keys = (await inDistrict((tx) => rulesAt(tx, 'hotline.limit.handle.C.', '2026-11-23'))).map(({ key }) => key)
    expect(keys.map((key) => key.split('.').at(-1))).toEqual(['complex', 'life', 'ordinary', 'utilities'])
  })

  test.each(['staff', 'portal', 'worker', 'figures'] as const)('are read by the %s role', async (role) => {
    expect(await inDistrict((tx) => amountAt(tx, 'timer.escalate.levels', '2026-11-23'), 1, role)).toBe(1)
  })

  test('that do not exist are a plain error, for they are the code’s to ship', async () => {
    await expect(amount('hotline.limit.nothing', '2026-11-23')).rejects.toThrow('no setting hotline.limit.nothing')
    await expect(amount('hotline.profile', '2026-11-23')).rejects.toThrow('no amount')
    expect(await inDistrict((tx) => findRule(tx, 'hotline.limit.nothing', '2026-11-23'))).toBeNull()
  })
})

describe('a district’s own value', () => {
  test('stands from its day on, and goes before the platform’s; another district keeps its own', async () => {
    await change('hotline.limit.ruling', { amount: 2 }, { from: '2026-12-01' })
    expect(await amount('hotline.limit.ruling', '2026-11-30')).toBe(1)
    expect(await amount('hotline.limit.ruling', '2026-12-01')).toBe(2)
    expect(await amount('hotline.limit.ruling', '2026-12-01', 2)).toBe(1)
  })

  test('ends where the next begins; one put between keeps the later', async () => {
    await change('hotline.limit.ruling', { amount: 4 }, { from: '2027-02-01' })
    await change('hotline.limit.ruling', { amount: 3 }, { from: '2027-01-01' })
    const days = ['2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01']
    const amounts: number[] = []
    for (const date of days) amounts.push(await amount('hotline.limit.ruling', date))
    expect(amounts).toEqual([2, 3, 3, 4])
    const history = await inDistrict((tx) => ruleHistory(tx, 'hotline.limit.ruling'))
    expect(history.map(({ own, effective }) => [own, effective.from, effective.until])).toEqual([
      [false, null, null],
      [true, '2026-12-01', '2027-01-01'],
      [true, '2027-01-01', '2027-02-01'],
      [true, '2027-02-01', null],
    ])
  })

  test('of the same day is corrected; the event keeps what stood there', async () => {
    const first = await change('hotline.limit.supervision', { amount: 30 })
    const second = await change('hotline.limit.supervision', { amount: 3 }, { unit: 'CD' })
    expect(second).toBe(first)
    const { rows } = await owner.query(
      "select data from event where subject = 'setting' and subject_id = $1 order by seq",
      [first],
    )
    expect(rows.map(({ data }) => [data.before.value.amount, data.value.amount, data.unit])).toEqual([
      [3, 30, 'WD'],
      [30, 3, 'CD'],
    ])
  })

  test('names its decision, and is recorded with who made it and when', async () => {
    const id = await change('hotline.redo.max', { amount: 3 }, { source: ' 会议纪要第3号 ' })
    const rule = await inDistrict((tx) => ruleAt(tx, 'hotline.redo.max', '2026-11-23'))
    expect(rule).toMatchObject({ id, own: true, level: 'district', source: '会议纪要第3号', ruleId: 'H11' })
    const { rows } = await owner.query(
      "select verb, actor_kind, actor_id, at from event where subject = 'setting' and subject_id = $1",
      [id],
    )
    expect(rows).toEqual([{ verb: 'change', actor_kind: 'staff', actor_id: 17, at }])
  })

  test('changes the version of cached copies, a correction too', async () => {
    const version = () => inDistrict(settingVersion)
    const versions = [await version()]
    for (const minutes of [20, 25]) {
      await change('account.idle', { amount: minutes })
      versions.push(await version())
    }
    expect(new Set(versions).size).toBe(3)
    expect(await version()).toBe(versions[2])
  })
})

describe('refused, with nothing written, is', () => {
  test.each([
    ['an unknown key', 'hotline.limit.nothing', { amount: 1 }, {}, 'settings.unknown'],
    ['a day that has passed', 'hotline.limit.contact', { amount: 1 }, { from: '2026-11-22' }, 'settings.past'],
    ['no decision', 'hotline.limit.contact', { amount: 1 }, { source: ' ' }, 'settings.source'],
    ['another form', 'hotline.limit.contact', 1, {}, 'settings.shape'],
    ['another name', 'hotline.limit.contact', { hours: 1 }, {}, 'settings.shape'],
    ['one thing more', 'hotline.limit.contact', { amount: 1, more: 1 }, {}, 'settings.shape'],
    ['words in a list of numbers', 'timer.remind.fractions', [0.5, 'x'], {}, 'settings.shape'],
    ['an unknown profile', 'hotline.profile', 'E', {}, 'settings.choice'],
    ['an amount below nothing', 'hotline.limit.contact', { amount: -1 }, {}, 'settings.amount'],
    ['a part of a working day', 'hotline.limit.ruling', { amount: 0.5 }, {}, 'settings.amount'],
    ['a share above one', 'hotline.answer.rate', { amount: 1.2 }, {}, 'settings.amount'],
    ['a unit that is none', 'hotline.limit.contact', { amount: 1 }, { unit: 'min' }, 'settings.unit'],
    ['what the law fixes', 'publication.case.never', [], {}, 'settings.fixed'],
    ['logs kept shorter than the law', 'retention.log', { amount: 5 }, {}, 'settings.looser'],
    [
      'years for months where only stricter is allowed',
      'retention.log',
      { amount: 7 },
      { unit: 'CD' },
      'settings.looser',
    ],
    ['an easier password', 'account.password.length', { amount: 6 }, {}, 'settings.looser'],
  ] as const)('%s', async (_what, key, value, more, id) => {
    const before = await owner.query('select count(*) from setting')
    expect(await refused(change(key, value, more))).toBe(id)
    expect((await owner.query('select count(*) from setting')).rows).toEqual(before.rows)
  })

  test.each([
    ['retention.log', { amount: 12 }],
    ['account.password.length', { amount: 10 }],
    ['hotline.profile', 'B'],
    ['timer.remind.fractions', [0.25, 0.5, 0.9]],
    ['hotline.limit.acknowledge.urgent', { amount: 0.25 }],
  ])('not: %s as %j', async (key, value) => {
    await change(key, value)
    expect((await inDistrict((tx) => ruleAt(tx, key, '2026-11-23'))).value).toEqual(value)
  })

  test('a change to the platform’s or another district’s rules', async () => {
    for (const district of ['null', '2']) {
      const write = `insert into setting (district_id, key, value) values (${district}, 'x', '1')`
      const client = new pg.Client({ connectionString: urls.staff })
      await client.connect()
      await client.query("select set_config('app.district', '1', false)")
      await expect(client.query(write).finally(() => client.end())).rejects.toThrow('row-level security')
    }
  })
})
