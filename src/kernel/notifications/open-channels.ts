import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Channel, Channels } from './channel.ts'
import { gatewayChannel } from './gateway-channel.ts'
import { mailChannel } from './mail-channel.ts'
import { outboxChannel } from './outbox-channel.ts'
import { noteReceipt } from './receipts.ts'
import { SMPP, smppChannel } from './smpp-channel.ts'
import { webPushChannel } from './web-push-channel.ts'

export type ChannelConfig = Pick<Config, 'demo' | 'sms' | 'smpp' | 'mail' | 'pushContact'> & {
  readonly secrets: Pick<Config['secrets'], 'push'>
}

interface ChannelHouse {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** The ways out that are set up, in the worker; in the demo what is not set up goes to the outbox page. Stop them at the end. */
export function openChannels(config: ChannelConfig, house: ChannelHouse): Channels {
  const fallback = config.demo ? outboxChannel : undefined
  const { mail, pushContact, secrets } = config
  return {
    sms: textChannel(config, house) ?? fallback,
    // A code of six digits, read out: gateways do both, SMPP carries text alone.
    voice: config.sms ? gatewayChannel({ ...config.sms, clock: house.clock, by: 'voice' }) : fallback,
    email: mail ? mailChannel(mail) : fallback,
    webPush: pushContact ? webPushChannel({ contact: pushContact, ...secrets.push }) : fallback,
  }
}

function textChannel({ sms, smpp }: ChannelConfig, { database, clock, log }: ChannelHouse): Channel | undefined {
  if (sms) return gatewayChannel({ ...sms, clock })
  if (!smpp) return undefined
  const onReceipt = (receipt: { id: string; outcome: 'delivered' | 'failed' }) =>
    noteReceipt({ database, clock }, { provider: SMPP, ...receipt })
  return smppChannel({ ...smpp, log, onReceipt })
}

/** Ends the sessions that channels keep. */
export async function closeChannels(channels: Channels): Promise<void> {
  await Promise.all(Object.values(channels).map((channel) => channel?.stop?.()))
}
