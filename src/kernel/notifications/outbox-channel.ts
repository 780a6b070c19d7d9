import type { Channel } from './channel.ts'

/** The demo's way out: nothing leaves, the outbox page shows what would have. */
export const outboxChannel: Channel = {
  provider: 'outbox',
  repeatable: true,
  send: async ({ key }) => ({ ids: [key], delivered: true }),
}
