import { type Static, Type } from 'typebox'
import { route } from '#platform/contract'

const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const Instant = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 }))
const tags = ['notifications']

/** One line of a member's own list. */
export const NotificationView = Type.Object({
  id: Id,
  template: Type.String(),
  title: Type.String(),
  text: Type.String({ description: 'in the reader’s language' }),
  caseId: nullable(Id),
  urgent: Type.Boolean(),
  at: Instant,
  readAt: nullable(Instant),
})
export type NotificationView = Static<typeof NotificationView>

/** A message that did not get out. */
export const TroubleView = Type.Object({
  id: Id,
  template: Type.String(),
  title: Type.String(),
  channel: Type.String(),
  status: Type.Enum(['failed', 'parked']),
  reason: Type.String(),
  words: Type.String({ description: 'the reason in the reader’s language' }),
  attempts: Type.Integer(),
  caseId: nullable(Id),
  at: Instant,
})
export type TroubleView = Static<typeof TroubleView>

/** What the demo would have sent. */
export const OutboxView = Type.Object({
  id: Id,
  channel: Type.String(),
  to: Type.String(),
  title: Type.String(),
  text: Type.String(),
  status: Type.String(),
  at: Instant,
})
export type OutboxView = Static<typeof OutboxView>

export const openStream = route({
  method: 'GET',
  path: '/api/v1/stream',
  guard: 'staff',
  tags,
  summary: 'What changes while a page is open, as server-sent events',
  description:
    'Events: `case` {id, version, verb, state}, `notification` {id, template, caseId, urgent}, `reset` (something was missed: ' +
    'read the lists again), `end` (the log-in has ended). Connect again with Last-Event-ID to get what was missed in ten minutes.',
})

export const listNotifications = route({
  method: 'GET',
  path: '/api/v1/notifications',
  guard: 'staff',
  tags,
  summary: 'What I was told, newest first',
  query: Type.Object({ before: Type.Optional(Id), unread: Type.Optional(Type.Boolean()), limit: Limit }),
  response: Type.Object({ rows: Type.Array(NotificationView), unread: Type.Integer(), next: nullable(Id) }),
})

export const readNotifications = route({
  method: 'PUT',
  path: '/api/v1/notifications/readings',
  guard: 'staff',
  tags,
  summary: 'Mark some of my notifications as read, or all up to one',
  body: Type.Union([
    Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 100 }) }, { additionalProperties: false }),
    Type.Object({ upto: Id }, { additionalProperties: false }),
  ]),
  response: Type.Object({ unread: Type.Integer() }),
  example: { ids: [4711] },
})

export const listTroubles = route({
  method: 'GET',
  path: '/api/v1/notifications/troubles',
  guard: 'staff',
  tags,
  summary: 'Messages that failed or wait for a decision, newest first',
  description: 'For the system administrator. Whom and what they were for stays sealed.',
  query: Type.Object({ before: Type.Optional(Id), limit: Limit }),
  response: Type.Object({ rows: Type.Array(TroubleView), next: nullable(Id) }),
})

export const retryNotification = route({
  method: 'POST',
  path: '/api/v1/notifications/:id/retries',
  guard: 'staff',
  creates: true,
  tags,
  summary: 'Send a parked or failed message again',
  description: 'For the system administrator, who has asked the provider where it was unclear whether it was sent.',
  params: Type.Object({ id: Id }),
  response: Type.Object({ id: Id, status: Type.String() }),
})

export const showPushKey = route({
  method: 'GET',
  path: '/api/v1/push-key',
  guard: 'staff',
  tags,
  summary: 'The public key (VAPID) to subscribe a phone with; null where Web Push is not set up',
  response: Type.Object({ key: nullable(Type.String()) }),
})

export const subscribePush = route({
  method: 'POST',
  path: '/api/v1/push-subscriptions',
  guard: 'staff',
  creates: true,
  tags,
  summary: 'Let the house wake this phone',
  body: Type.Object({
    endpoint: Type.String({ minLength: 12, maxLength: 1000 }),
    keys: Type.Object({
      p256dh: Type.String({ minLength: 86, maxLength: 90 }),
      auth: Type.String({ minLength: 22, maxLength: 26 }),
    }),
  }),
  response: Type.Object({ id: Id }),
})

export const unsubscribePush = route({
  method: 'DELETE',
  path: '/api/v1/push-subscriptions/:id',
  guard: 'staff',
  tags,
  summary: 'Wake this phone no more',
  params: Type.Object({ id: Id }),
  response: Type.Object({ id: Id }),
})

export const receiveReceipts = route({
  method: 'POST',
  path: '/api/v1/sms-receipts',
  guard: 'public',
  tags,
  summary: 'The text message gateway reports what became of messages',
  description:
    'Signed as docs/sms-gateway.md says. Ids that are not known yet come back as `unknown`: report them again.',
  body: Type.Object({
    timestamp: Type.Integer({ description: 'seconds since 1970' }),
    signature: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    receipts: Type.Array(
      Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }), outcome: Type.Enum(['delivered', 'failed']) }),
      { minItems: 1, maxItems: 500 },
    ),
  }),
  response: Type.Object({ unknown: Type.Array(Type.String()) }),
})

export const showOutbox = route({
  method: 'GET',
  path: '/api/v1/outbox',
  guard: 'public',
  tags,
  summary: 'What the demo would have sent to telephones and mailboxes',
  description: 'In the demo only, in place of a telephone.',
  query: Type.Object({ district: Type.Optional(Id), limit: Limit }),
  response: Type.Object({ rows: Type.Array(OutboxView) }),
})
