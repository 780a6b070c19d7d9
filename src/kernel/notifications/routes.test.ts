import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startPushHub } from '#platform/pump'
import { DISTRICT, MORNING, openHouse } from './fixture-house.ts'
import { member, serve } from './fixture-server.ts'
import { receiptLines, sign } from './gateway-signature.ts'
import { addNotificationRoutes } from './routes.ts'

const house = await openHouse()
const { owner, clock, notify, worker, rows } = house
const hub = startPushHub({ database: house.database, directUrl: house.urls.worker, log: house.house.log })
afterAll(() => hub.stop())
const callers = { one: member(1), two: member(2), admin: member(2, 'systemAdministrator') }
const options = { ...house.house, hub, stillCalling: async () => null, gatewayKey: 'shared', pushKey: 'BPublic' }
const app = serve(callers, (server) => addNotificationRoutes(server, { ...options, demo: true }))
const production = serve(callers, (server) =>
  addNotificationRoutes(server, { ...options, demo: false, gatewayKey: undefined }),
)

beforeEach(async () => {
  clock.set(MORNING)
  await owner.query('truncate notification, push_subscription, idempotency')
})

async function call(
  caller: keyof typeof callers | 'nobody',
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  key?: string,
) {
  const headers = { 'x-caller': caller, 'idempotency-key': key ?? crypto.randomUUID() }
  const response = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) })
  return { status: response.statusCode, body: response.json() }
}
const remind = (staff: number, n: number) =>
  worker((tx) =>
    notify(tx, {
      template: 'caseReminder',
      parameters: {
        number: `000000012${n}`,
        clock: { zh: '办理', en: 'Handling' },
        percent: 50,
        due: { instant: MORNING },
      },
      to: { staff },
      caseId: n,
      dedupeKey: `case:${n}:1`,
    }),
  )
const text = (phone: string) =>
  worker((tx) =>
    notify(tx, {
      template: 'oneTimeCode',
      parameters: { code: '482913', minutes: 5 },
      to: { phone },
      dedupeKey: phone,
    }),
  )

describe('a member’s list', () => {
  test('holds their own notifications in words, newest first, page by page', async () => {
    for (const n of [1, 2, 3]) await remind(1, n)
    await remind(2, 4)
    const first = await call('one', 'GET', '/notifications?limit=2')
    expect(first.body.unread).toBe(3)
    expect(first.body.rows[0]).toMatchObject({
      title: '时限提醒',
      text: '工单0000000123的办理时限已过50%，3月2日10:00到期。',
      caseId: 3,
      readAt: null,
    })
    const second = await call('one', 'GET', `/notifications?limit=2&before=${first.body.next}`)
    expect([...first.body.rows, ...second.body.rows].map(({ caseId }) => caseId)).toEqual([3, 2, 1])
    expect(second.body.next).toBeNull()
  })

  test('is read by them alone: some, or all up to one', async () => {
    const ids: number[] = []
    for (const n of [1, 2, 3, 4]) ids.push(...(await remind(1, n)))
    expect((await call('two', 'PUT', '/notifications/readings', { upto: ids[3] })).body).toEqual({ unread: 0 })
    expect((await call('one', 'PUT', '/notifications/readings', { ids: [ids[3]] })).body).toEqual({ unread: 3 })
    expect((await call('one', 'PUT', '/notifications/readings', { upto: ids[1] })).body).toEqual({ unread: 1 })
    const { body } = await call('one', 'GET', '/notifications?unread=true')
    expect(body.rows.map(({ id }: { id: number }) => id)).toEqual([ids[2]])
  })

  test('asks for a log-in, and for some or all but not both', async () => {
    expect(await call('nobody', 'GET', '/notifications')).toMatchObject({ status: 401 })
    expect(await call('one', 'PUT', '/notifications/readings', { ids: [1], upto: 2 })).toMatchObject({ status: 400 })
  })
})

describe('messages in trouble', () => {
  test('are shown to the system administrator with their reason, without address or words', async () => {
    const [id] = await text('13912345678')
    await owner.query("update notification set status = 'parked', reason = 'unclear', ended_at = made_at")
    expect(await call('one', 'GET', '/notifications/troubles')).toMatchObject({ status: 403 })
    const { body } = await call('admin', 'GET', '/notifications/troubles')
    expect(body.rows).toMatchObject([
      { id, title: '验证码', channel: 'sms', status: 'parked', words: expect.stringContaining('核实') },
    ])
    expect(JSON.stringify(body)).not.toMatch(/139|482913/)
  })

  test('are sent again by decision of the administrator, once per key, with evidence', async () => {
    const [id] = await text('13912345678')
    await owner.query(
      "update notification set status = 'parked', reason = 'unreachable', attempts = 6, ended_at = made_at",
    )
    expect(await call('one', 'POST', `/notifications/${id}/retries`)).toMatchObject({ status: 403 })
    const key = crypto.randomUUID()
    expect(await call('admin', 'POST', `/notifications/${id}/retries`, undefined, key)).toMatchObject({
      status: 200,
      body: { id, status: 'queued' },
    })
    expect(await call('admin', 'POST', `/notifications/${id}/retries`, undefined, key)).toMatchObject({ status: 200 })
    expect(await call('admin', 'POST', `/notifications/${id}/retries`)).toMatchObject({ status: 409 })
    expect(await call('admin', 'POST', '/notifications/999999/retries')).toMatchObject({ status: 404 })
    expect(await rows()).toMatchObject([{ status: 'queued', reason: null, attempts: 0 }])
    const { rows: events } = await owner.query("select verb, actor_id, role from event where subject = 'notification'")
    expect(events).toEqual([{ verb: 'retry', actor_id: 2, role: 'systemAdministrator' }])
  })
})

describe('phones to wake', () => {
  const phone = (n = 1) => ({
    endpoint: `https://push.example.cn/send/${n}`,
    keys: { p256dh: 'B'.padEnd(87, 'x'), auth: 'a'.padEnd(22, 'y') },
  })

  test('are kept sealed, change hands with their browser, and are forgotten by their owner', async () => {
    const { body } = await call('one', 'POST', '/push-subscriptions', phone())
    expect((await call('two', 'POST', '/push-subscriptions', phone())).body).toEqual(body)
    const kept = await owner.query('select staff_id, to_jsonb(s)::text as row from push_subscription s')
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0].staff_id).toBe(2)
    expect(kept.rows[0].row).not.toContain('push.example.cn')
    expect(await call('one', 'DELETE', `/push-subscriptions/${body.id}`)).toMatchObject({ status: 404 })
    expect(await call('two', 'DELETE', `/push-subscriptions/${body.id}`)).toMatchObject({ status: 200 })
    expect((await call('one', 'GET', '/push-key')).body).toEqual({ key: 'BPublic' })
  })

  test.each([
    'http://push.example.cn/1',
    'https://127.0.0.1/send',
    'https://[::1]/send1',
    'https://localhost/send',
    'https://db.local/send',
    'https://push.example.cn:8443/',
    'not an address',
  ])('an address that the server should not call is refused: %s', async (endpoint) => {
    expect(await call('one', 'POST', '/push-subscriptions', { ...phone(), endpoint })).toMatchObject({ status: 422 })
  })
})

describe('receipts of the gateway', () => {
  const report = (
    receipts: { id: string; outcome: 'delivered' | 'failed' }[],
    key = 'shared',
    timestamp = clock.now().getTime() / 1_000,
  ) =>
    call('nobody', 'POST', '/sms-receipts', {
      timestamp,
      signature: sign(key, receiptLines(timestamp, receipts)),
      receipts,
    })

  test('are noted where the signature holds, and unknown ids come back', async () => {
    await text('13912345678')
    await owner.query("update notification set status = 'sent', provider = 'gateway', provider_ids = '{sms-1}'")
    const answer = await report([
      { id: 'sms-1', outcome: 'delivered' },
      { id: 'sms-2', outcome: 'failed' },
    ])
    expect(answer).toMatchObject({ status: 200, body: { unknown: ['sms-2'] } })
    expect(await rows()).toMatchObject([{ status: 'delivered' }])
  })

  test('with another key, or overheard five minutes ago, are refused', async () => {
    const receipts = [{ id: 'sms-1', outcome: 'delivered' as const }]
    expect(await report(receipts, 'guessed')).toMatchObject({ status: 403 })
    expect(await report(receipts, 'shared', clock.now().getTime() / 1_000 - 301)).toMatchObject({ status: 403 })
  })
})

describe('the demo’s outbox', () => {
  test('shows what would have been sent, in place of a telephone', async () => {
    await text('13912345678')
    await remind(1, 1)
    const { body } = await call('nobody', 'GET', '/outbox')
    expect(body.rows).toMatchObject([
      { channel: 'sms', to: '13912345678', text: '验证码482913，5分钟内有效，请勿告诉他人。', status: 'queued' },
    ])
    expect((await call('nobody', 'GET', `/outbox?district=${DISTRICT + 1}`)).body.rows).toEqual([])
  })

  test('is not there in a real house, nor a door for receipts without a key', async () => {
    expect((await production.inject('/api/v1/outbox')).statusCode).toBe(404)
    expect((await production.inject({ method: 'POST', url: '/api/v1/sms-receipts', payload: {} })).statusCode).toBe(404)
  })
})
