import { createECDH } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Message } from './channel.ts'
import { DISTRICT, MORNING, openHouse } from './fixture-house.ts'
import { startPushService } from './fixture-push-service.ts'
import { sendNotification } from './send-notification.ts'
import { webPushChannel } from './web-push-channel.ts'

const keys = createECDH('prime256v1')
const publicKey = keys.generateKeys('base64url')
const privateKey = keys.getPrivateKey('base64url')
const service = await startPushService(publicKey)
const channel = webPushChannel({ contact: 'mailto:help@yunxi.gov.cn', publicKey, privateKey })
const { house, owner, vault, clock, worker, notify, rows } = await openHouse({ webPush: channel })
afterAll(() => service.stop())
beforeEach(async () => {
  clock.set(MORNING)
  service.woken.length = 0
  service.answers.length = 0
  await owner.query('truncate notification, push_subscription, pgboss.job')
})

const message: Message = {
  key: 'n1-77-0',
  address: JSON.stringify(service.subscription('one')),
  template: 'caseUrged',
  templateId: 'caseUrged.zh',
  language: 'zh',
  title: '催办',
  text: '工单0000000128被催办，请尽快联系诉求人。',
  words: {},
  urgent: true,
  caseId: 12,
}

test('a phone is woken with words that it alone can read, by a sender that the service knows', async () => {
  expect(await channel.send(message)).toEqual({ ids: ['/messages/1'] })
  const [{ payload, headers, claims }] = service.woken as [(typeof service.woken)[0]]
  expect(payload).toEqual({ title: '催办', text: message.text, caseId: 12, tag: expect.stringMatching(/^[\w-]{32}$/) })
  expect(headers).toMatchObject({ urgency: 'high', ttl: '43200', topic: payload.tag, 'content-encoding': 'aes128gcm' })
  expect(claims).toMatchObject({ aud: service.origin, sub: 'mailto:help@yunxi.gov.cn' })
})

test('a second sending of the same message replaces the first on the way', async () => {
  await channel.send(message)
  await channel.send(message)
  const topics = service.woken.map(({ headers }) => headers.topic)
  expect(topics[0]).toBe(topics[1])
  await channel.send({ ...message, key: 'n1-78-0' })
  expect(service.woken.at(-1)!.headers.topic).not.toBe(topics[0])
})

test.each([
  [410, 'never', 'noAddress'],
  [404, 'never', 'noAddress'],
  [413, 'never', 'refused'],
  [429, 'later', 'unreachable'],
  [503, 'later', 'unreachable'],
])('when the service answers %i', async (status, outcome, reason) => {
  service.answers.push(status)
  await expect(channel.send(message)).rejects.toMatchObject({ outcome, reason })
})

async function subscribe(name: string): Promise<void> {
  const subscription = service.subscription(name)
  await owner.query(
    'insert into push_subscription (district_id, staff_id, lookup, sealed, made_at) values (1, 1, $1, $2, $3)',
    [vault.lookup(subscription.endpoint), vault.seal(JSON.stringify(subscription)), MORNING],
  )
}
async function urge(): Promise<void> {
  const parameters = { number: '0000000128' }
  const ids = await worker((tx) =>
    notify(tx, { template: 'caseUrged', parameters, to: { staff: 1 }, dedupeKey: crypto.randomUUID() }),
  )
  for (const id of ids) await sendNotification(house, { district: DISTRICT, id })
}
const phones = async () => (await owner.query('select from push_subscription')).rowCount
const woke = async () => (await rows()).filter((row) => row.channel === 'webPush').at(-1)!

test('every phone of a member is woken, and one that is gone is forgotten', async () => {
  await subscribe('one')
  await subscribe('two')
  service.answers.push(410)
  await urge()
  expect(service.woken).toHaveLength(1)
  expect(await woke()).toMatchObject({ status: 'sent' })
  expect(await phones()).toBe(1)
})

test('when the last phone is gone the message has failed, and nobody tries again', async () => {
  await subscribe('one')
  service.answers.push(410)
  await urge()
  expect(await woke()).toMatchObject({ status: 'failed', reason: 'noAddress' })
  expect(await phones()).toBe(0)
})
