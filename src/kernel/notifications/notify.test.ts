import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '#platform/database'
import { DISTRICT, MORNING, openHouse } from './fixture-house.ts'
import { toldAbout } from './notifications.ts'

const { owner, database, clock, vault, notify, rows } = await openHouse()
const code = { template: 'oneTimeCode', parameters: { code: '482913', minutes: 5 } } as const
const reminder = {
  template: 'caseReminder',
  parameters: {
    number: '0000000128',
    clock: { zh: '先行联系' },
    percent: 50,
    due: { instant: '2026-03-02T09:00:00Z' },
  },
  caseId: 12,
} as const

beforeEach(async () => {
  clock.set(MORNING)
  await owner.query('truncate notification, push, push_subscription, pgboss.job')
})

const as = <T>(role: 'staff' | 'portal' | 'worker', work: (tx: Tx) => Promise<T>) =>
  database.as(role, { district: DISTRICT }, work)
const jobs = async () =>
  (
    await owner.query(
      "select data, extract(epoch from start_after - created_on)::int as wait from pgboss.job where name = 'notification.send'",
    )
  ).rows
const wakePhoneOf = (staff: number) =>
  owner.query(
    'insert into push_subscription (district_id, staff_id, lookup, sealed, made_at) values (1, $1, $2, $3, $4)',
    [staff, `lookup-${staff}`, vault.seal('{}'), MORNING],
  )

test.each(['staff', 'portal', 'worker'] as const)('the %s role tells, with a job for the worker', async (role) => {
  const [id] = await as(role, (tx) => notify(tx, { ...code, to: { phone: '13912345678' }, dedupeKey: 'login:1' }))
  const [row] = await rows()
  expect(row).toMatchObject({ id, channel: 'sms', status: 'queued', parameters: null, staff_id: null, language: null })
  expect(row!.expires_at).toEqual(new Date('2026-03-02T02:05:00Z'))
  expect(await jobs()).toEqual([{ data: { district: DISTRICT, id }, wait: 0 }])
})

test('number and words are nowhere in clear', async () => {
  await as('portal', (tx) => notify(tx, { ...code, to: { phone: '13912345678' }, dedupeKey: 'login:1' }))
  const { rows: everything } = await owner.query(
    'select to_jsonb(n)::text as row from notification n union all select to_jsonb(j)::text from pgboss.job j union all select to_jsonb(p)::text from push p',
  )
  expect(JSON.stringify(everything)).not.toMatch(/13912345678|482913/)
})

test('the same happening is told once to each, however often', async () => {
  const tell = (phone: string) => as('staff', (tx) => notify(tx, { ...code, to: { phone }, dedupeKey: 'case:12:3' }))
  expect(await tell('13912345678')).toHaveLength(1)
  expect(await tell('139 1234 5678')).toHaveLength(0)
  expect(await tell('13912345679')).toHaveLength(1)
  expect(await jobs()).toHaveLength(2)
})

test('a verb that is undone tells nothing', async () => {
  const undone = as('staff', async (tx) => {
    await notify(tx, { ...reminder, to: { staff: 1 }, dedupeKey: 'case:12:3' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect([await rows(), await jobs(), (await owner.query('select from push')).rowCount]).toEqual([[], [], 0])
})

describe('staff', () => {
  test('have it in the app at once, with a push to their own pages', async () => {
    const [id] = await as('worker', (tx) => notify(tx, { ...reminder, to: { staff: 1 }, dedupeKey: 'case:12:3' }))
    expect(await rows()).toMatchObject([
      { channel: 'inApp', status: 'delivered', staff_id: 1, language: 'zh', sealed: null },
    ])
    const { rows: pushes } = await owner.query('select topic, unit_ids, staff_ids, data from push')
    const data = { id, template: 'caseReminder', caseId: 12, urgent: false }
    expect(pushes).toEqual([{ topic: 'notification', unit_ids: [], staff_ids: ['1'], data }])
    expect(await jobs()).toEqual([])
  })

  test('are woken only where they let us wake a phone', async () => {
    await wakePhoneOf(2)
    const tell = (staff: number) =>
      as('worker', (tx) => notify(tx, { ...reminder, to: { staff }, dedupeKey: 'case:12:3' }))
    expect(await tell(1)).toHaveLength(1)
    expect(await tell(2)).toHaveLength(2)
    expect((await rows()).map(({ channel }) => channel)).toEqual(['inApp', 'inApp', 'webPush'])
  })

  test('are left alone in quiet hours, unless it is urgent', async () => {
    await wakePhoneOf(1)
    clock.set('2026-03-02T21:30:00+08:00')
    await as('worker', (tx) => notify(tx, { ...reminder, to: { staff: 1 }, dedupeKey: 'ordinary' }))
    await as('worker', (tx) => notify(tx, { ...reminder, to: { staff: 1 }, dedupeKey: 'urgent', urgent: true }))
    expect((await rows()).map(({ channel, due_at, urgent }) => [channel, urgent, due_at.toISOString()])).toEqual([
      ['inApp', false, '2026-03-02T13:30:00.000Z'],
      ['webPush', false, '2026-03-03T00:00:00.000Z'],
      ['inApp', true, '2026-03-02T13:30:00.000Z'],
      ['webPush', true, '2026-03-02T13:30:00.000Z'],
    ])
    expect((await jobs()).map(({ wait }) => wait).sort()).toEqual([0, 37_800])
  })
})

test('a resident is told in quiet hours too: it is an answer', async () => {
  clock.set('2026-03-02T21:30:00+08:00')
  const parameters = { number: '0000000128', receipt: '7K3MWQ9TXA' }
  await as('portal', (tx) =>
    notify(tx, { template: 'caseReceived', parameters, to: { person: 5 }, dedupeKey: 'case:12:1' }),
  )
  expect(await rows()).toMatchObject([{ person_id: 5, due_at: clock.now() }])
})

test('who sees a case sees whom it was told to and whether it arrived, in words', async () => {
  await owner.query(`insert into cases (district_id, id, type, type_version, state, kind, channel, title, intake_unit, received_at, recorded_at, seen_by)
    values (1, 12, 'request', 1, 'open', 'help', 'phone', '', 1, now(), now(), '{[3,4)}')`)
  const parameters = { number: '0000000128', receipt: '7K3MWQ9TXA' }
  const told = { template: 'caseReceived', parameters, to: { person: 5 }, caseId: 12, dedupeKey: 'case:12:1' } as const
  const [id] = await as('portal', (tx) => notify(tx, told))
  const read = (reach: string) => database.as('staff', { district: DISTRICT, reach }, (tx) => toldAbout(tx, 12, 'zh'))
  expect(await read('{[3,4)}')).toEqual([
    { id, template: 'caseReceived', title: '诉求已收到', channel: 'sms', status: 'queued', at: clock.now() },
  ])
  expect(await read('{[4,5)}')).toEqual([])
})

test('who may read what: members their own, a case’s readers the case’s, nobody at a desk what is sealed', async () => {
  await as('worker', async (tx) => {
    await notify(tx, { ...reminder, to: { staff: 1 }, dedupeKey: 'a' })
    await notify(tx, { ...reminder, to: { staff: 2 }, dedupeKey: 'b' })
    await notify(tx, { ...code, to: { phone: '13912345678' }, dedupeKey: 'c' })
  })
  const read = (scope: object, columns = 'id') =>
    database.as('staff', { district: DISTRICT, ...scope }, (tx) =>
      sql`select ${sql.raw(columns)} from notification`.execute(tx),
    )
  expect((await read({ staff: 1 })).rows).toHaveLength(1)
  expect((await read({})).rows).toHaveLength(0)
  expect((await read({ administers: 'system' })).rows).toHaveLength(3)
  expect((await read({ district: 2, staff: 1, administers: 'system' })).rows).toHaveLength(0)
  await expect(read({ staff: 1 }, 'sealed')).rejects.toThrow(/permission denied/)
  const portal = as('portal', (tx) => sql`select id from notification`.execute(tx))
  await expect(portal).rejects.toThrow(/permission denied/)
})
