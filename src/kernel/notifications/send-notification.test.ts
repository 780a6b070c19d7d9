import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startGateway } from './fixture-gateway.ts'
import { DISTRICT, MORNING, openHouse } from './fixture-house.ts'
import { gatewayChannel } from './gateway-channel.ts'
import { noteReceipt } from './receipts.ts'
import { sendNotification } from './send-notification.ts'
import type { SendingHouse } from './sending-house.ts'

const KEY = 'shared-secret'
const { house, owner, clock, notify, worker, rows } = await openHouse()
const gateway = await startGateway(KEY, () => clock.now())
const sms = gatewayChannel({ url: gateway.url, key: KEY, signature: '云溪区', clock })
const sending: SendingHouse = { ...house, channels: { sms } }
afterAll(() => gateway.stop())
beforeEach(async () => {
  clock.set(MORNING)
  gateway.sent.clear()
  gateway.asked.length = 0
  gateway.answers.length = 0
  await owner.query('truncate notification, pgboss.job')
})

const parameters = {
  number: '0000000128',
  unit: { zh: '向阳社区', en: 'Xiangyang' },
  due: { instant: '2026-03-11T09:00:00Z' },
}
const dispatched = {
  template: 'caseDispatched',
  parameters,
  to: { phone: '13912345678' },
  dedupeKey: 'case:12:2',
  caseId: 12,
} as const
async function leave(options: Partial<Parameters<typeof notify>[1]> = {}): Promise<number> {
  const [id] = await worker((tx) => notify(tx, { ...dispatched, ...options } as typeof dispatched))
  return id!
}
const send = (id: number, using: SendingHouse = sending) => sendNotification(using, { district: DISTRICT, id })
const only = async () => (await rows())[0]!
const waits = async () =>
  (
    await owner.query<{ wait: number }>(
      "select extract(epoch from start_after - created_on)::int as wait from pgboss.job where name = 'notification.send' order by created_on",
    )
  ).rows.map(({ wait }) => wait)

describe('sending', () => {
  test('takes the words, the template and the signature to the gateway, and keeps its id', async () => {
    const id = await leave()
    await send(id)
    expect([...gateway.sent.values()]).toEqual([
      {
        key: `n1-${id}-0`,
        phone: '13912345678',
        signature: '云溪区',
        templateId: 'caseDispatched.zh',
        parameters: { number: '0000000128', unit: '向阳社区', due: '3月11日17:00' },
        text: '您的诉求（0000000128）已交向阳社区办理，3月11日17:00前答复您。',
      },
    ])
    expect(await only()).toMatchObject({
      status: 'sent',
      provider: 'gateway',
      provider_ids: [`sms-n1-${id}-0`],
      attempts: 1,
      sent_at: clock.now(),
    })
  })

  test('reaches a person on the mobile, in the person’s language', async () => {
    await send(await leave({ to: { person: 5 } }))
    expect([...gateway.sent.values()]).toMatchObject([
      { phone: '13900000005', templateId: 'caseDispatched.en', text: expect.stringContaining('Xiangyang') },
    ])
  })

  test('uses the ids under which the provider approved the templates', async () => {
    await owner.query(`insert into setting (district_id, key, value, source) values
      (1, 'notify.smsTemplates', '[{"template":"caseDispatched","language":"zh","id":"SMS_2026"}]', 'test')`)
    await send(await leave())
    await owner.query('delete from setting where district_id = 1')
    expect([...gateway.sent.values()]).toMatchObject([{ templateId: 'SMS_2026' }])
  })

  test('happens once, however many workers and runs', async () => {
    const id = await leave()
    await Promise.all(Array.from({ length: 8 }, () => send(id)))
    await send(id)
    expect(gateway.asked).toHaveLength(1)
    expect(await only()).toMatchObject({ status: 'sent', attempts: 1 })
  })

  test('waits for its time', async () => {
    clock.set('2026-03-02T22:00:00+08:00')
    const id = await leave({ to: { staff: 1 }, channel: 'sms' })
    await send(id)
    expect(gateway.asked).toEqual([])
    clock.set('2026-03-03T08:00:00+08:00')
    await send(id)
    expect([...gateway.sent.values()]).toMatchObject([{ phone: '13800000001' }])
  })
})

describe('without a way out', () => {
  test.each([
    ['no channel is set up', {}, {}, 'parked', 'noChannel'],
    ['a member has no mobile', { to: { staff: 2 }, channel: 'sms' as const }, { sms }, 'failed', 'noAddress'],
    ['a number is a landline', { to: { phone: '0419-1234567' } }, { sms }, 'failed', 'noAddress'],
    ['a person is unknown', { to: { person: 999 } }, { sms }, 'failed', 'noAddress'],
  ])('where %s it says so', async (_, options, channels, status, reason) => {
    await send(await leave(options as object), { ...sending, channels })
    expect(await only()).toMatchObject({ status, reason })
    expect(gateway.asked).toEqual([])
  })

  test('a code that has run out is not sent', async () => {
    const id = await leave({ template: 'oneTimeCode', parameters: { code: '482913', minutes: 5 } } as object)
    clock.advance(5 * 60_000)
    await send(id)
    expect(await only()).toMatchObject({ status: 'failed', reason: 'expired' })
  })

  test('a template that is no more is parked', async () => {
    const id = await leave()
    await owner.query("update notification set template = 'abolished'")
    await send(id)
    expect(await only()).toMatchObject({ status: 'parked', reason: 'noTemplate' })
  })
})

describe('a provider in trouble', () => {
  test('is asked again after 30 s, 2, 8, 32 and 128 minutes, and then a person has to look', async () => {
    const id = await leave()
    gateway.answers.push(503, 429, 500, 502, 503, 503)
    const due: number[] = []
    for (let tries = 1; tries <= 6; tries++) {
      await send(id)
      const { due_at } = await only()
      due.push((due_at.getTime() - clock.now().getTime()) / 1_000)
      clock.set(due_at)
    }
    expect(due).toEqual([30, 120, 480, 1_920, 7_680, 0])
    expect(await waits()).toEqual([0, 30, 120, 480, 1_920, 7_680])
    expect(await only()).toMatchObject({ status: 'parked', reason: 'unreachable', attempts: 6 })
  })

  test('that refuses is not asked again', async () => {
    gateway.answers.push(422)
    await send(await leave())
    expect(await only()).toMatchObject({ status: 'failed', reason: 'refused' })
  })

  test('that took the message without saying so gets the same key again, and sends it once', async () => {
    const id = await leave()
    gateway.answers.push('drop', 'noId')
    for (let tries = 0; tries < 3; tries++) {
      await send(id)
      clock.advance(3_600_000)
    }
    expect(gateway.asked).toEqual(Array(3).fill(`n1-${id}-0`))
    expect(gateway.sent.size).toBe(1)
    expect(await only()).toMatchObject({ status: 'sent' })
  })
})

describe('a worker that dies while it sends', () => {
  const die = (id: number, provider: string) =>
    owner.query(
      "update notification set status = 'sending', sending_at = $2, attempts = 1, provider = $3 where id = $1",
      [id, clock.now(), provider],
    )

  test('is waited for, then followed by another where the provider knows the key', async () => {
    const id = await leave()
    await die(id, 'gateway')
    await send(id)
    expect(gateway.asked).toEqual([])
    expect(await waits()).toEqual([0, 180])
    clock.advance(180_000)
    await send(id)
    expect(await only()).toMatchObject({ status: 'sent', attempts: 2 })
  })

  test('leaves an unclear message for a person to look at where the provider does not', async () => {
    const id = await leave()
    await die(id, 'smpp')
    clock.advance(180_000)
    await send(id, { ...sending, channels: { sms: { ...sms, repeatable: false } } })
    expect(gateway.asked).toEqual([])
    expect(await only()).toMatchObject({ status: 'parked', reason: 'unclear' })
  })
})

describe('receipts', () => {
  const receive = (id: string, outcome: 'delivered' | 'failed') =>
    noteReceipt(house, { provider: 'gateway', id, outcome })

  test('say that a message arrived, or that it did not', async () => {
    const id = await leave()
    await send(id)
    expect(await receive(`sms-n1-${id}-0`, 'delivered')).toBe(true)
    expect(await only()).toMatchObject({ status: 'delivered', ended_at: clock.now() })
    expect(await receive(`sms-n1-${id}-0`, 'failed')).toBe(true)
    expect(await only()).toMatchObject({ status: 'failed', reason: 'undelivered' })
  })

  test('of a long message count when all its parts have arrived', async () => {
    await leave()
    await owner.query("update notification set status = 'sent', provider = 'gateway', provider_ids = '{a,b}'")
    await Promise.all([receive('a', 'delivered'), receive('a', 'delivered')])
    expect(await only()).toMatchObject({ status: 'sent', ended_at: null })
    await receive('b', 'delivered')
    expect(await only()).toMatchObject({ status: 'delivered', receipts: { a: 'delivered', b: 'delivered' } })
  })

  test('that nobody knows, or of another provider, are answered so', async () => {
    const id = await leave()
    await send(id)
    expect(await receive('sms-n1-0', 'delivered')).toBe(false)
    expect(await noteReceipt(house, { provider: 'smpp', id: `sms-n1-${id}-0`, outcome: 'delivered' })).toBe(false)
  })
})
