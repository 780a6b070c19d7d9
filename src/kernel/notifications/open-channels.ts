import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Channels } from './channel.ts'
import { gatewayChannel } from './gateway-channel.ts'
import { outboxChannel } from './outbox-channel.ts'

type ChannelConfig = Pick<Config, 'demo' | 'sms' | 'smpp' | 'mail' | 'pushContact' | 'publicUrl' | 'secrets'>

/** The ways out that are set up; in the demo whatever is not set up goes to the outbox page. */
export function openChannels(config: ChannelConfig, { clock }: { clock: Clock }): Channels {
  const fallback = config.demo ? outboxChannel : undefined
  return {
    sms: config.sms ? gatewayChannel({ ...config.sms, clock }) : fallback,
    email: fallback,
    webPush: fallback,
  }
}
