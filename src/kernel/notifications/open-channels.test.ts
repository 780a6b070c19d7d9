import { expect, test } from 'vitest'
import { startGateway } from './fixture-gateway.ts'
import { DISTRICT, openHouse } from './fixture-house.ts'
import { type ChannelConfig, openChannels } from './open-channels.ts'
import { sendNotification } from './send-notification.ts'

const { house, clock, notify, worker, rows } = await openHouse()
const nothing: ChannelConfig = {
  demo: false,
  sms: undefined,
  smpp: undefined,
  mail: undefined,
  pushContact: undefined,
  secrets: { push: { publicKey: '', privateKey: '' } },
}
const providers = (config: ChannelConfig) =>
  Object.fromEntries(Object.entries(openChannels(config, house)).map(([name, channel]) => [name, channel?.provider]))

test('what is not set up goes to the outbox in the demo, and is parked in a real house', () => {
  expect(providers({ ...nothing, demo: true })).toEqual({
    sms: 'outbox',
    voice: 'outbox',
    email: 'outbox',
    webPush: 'outbox',
  })
  expect(providers(nothing)).toEqual({ sms: undefined, voice: undefined, email: undefined, webPush: undefined })
})

test('what is set up is used, in the demo too', () => {
  const sms = { url: 'http://127.0.0.1:1/', key: 'k', signature: '云溪区' }
  const mail = { url: 'smtp://127.0.0.1:1', from: 'a@b.cn' }
  expect(providers({ ...nothing, demo: true, sms, mail, pushContact: 'mailto:a@b.cn' })).toEqual({
    sms: 'gateway',
    voice: 'gateway',
    email: 'smtp',
    webPush: 'webPush',
  })
})

test('a text of a verb reaches the gateway that the settings name', async () => {
  const gateway = await startGateway('k', () => clock.now())
  const channels = openChannels({ ...nothing, sms: { url: gateway.url, key: 'k', signature: '云溪区' } }, house)
  const parameters = { code: '482913', minutes: 5 }
  const [id] = await worker((tx) =>
    notify(tx, { template: 'oneTimeCode', parameters, to: { phone: '13912345678' }, dedupeKey: 'x' }),
  )
  await sendNotification({ ...house, channels }, { district: DISTRICT, id: id! })
  expect(await rows()).toMatchObject([{ status: 'sent' }])
  expect([...gateway.sent.values()]).toMatchObject([{ phone: '13912345678', signature: '云溪区' }])
  await gateway.stop()
})

test('a code that is to be read out reaches the same gateway, which is told so', async () => {
  const gateway = await startGateway('k', () => clock.now())
  const channels = openChannels({ ...nothing, sms: { url: gateway.url, key: 'k', signature: '云溪区' } }, house)
  const parameters = { code: '482913', minutes: 5 }
  const [id] = await worker((tx) =>
    notify(tx, {
      template: 'oneTimeCode',
      parameters,
      to: { phone: '02155550101' },
      channel: 'voice',
      dedupeKey: 'landline',
    }),
  )
  await sendNotification({ ...house, channels }, { district: DISTRICT, id: id! })
  expect([...gateway.sent.values()]).toMatchObject([{ phone: '02155550101', by: 'voice' }])
  await gateway.stop()
})
