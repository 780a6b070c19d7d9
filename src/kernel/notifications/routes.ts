import type { FastifyInstance } from 'fastify'
import { type Actor, actorKey } from '#kernel/identity'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { handle } from '#platform/http'
import { once } from '#platform/idempotency'
import * as contract from './contract.ts'
import { countUnread, inbox, troubles } from './notifications.ts'
import { addOutbox } from './outbox-route.ts'
import { subscribe, unsubscribe } from './push-subscriptions.ts'
import { readNotifications } from './read-notifications.ts'
import { addReceipts } from './receipts-route.ts'
import { retryNotification } from './retry-notification.ts'
import type { SendingHouse } from './sending-house.ts'
import { addStream, type StreamHouse } from './stream.ts'

/** What the routes of notifications work with. */
export interface NotificationHouse
  extends Pick<SendingHouse, 'database' | 'clock' | 'vault' | 'timeZone'>,
    StreamHouse {
  /** Shows the outbox in place of telephones. */
  readonly demo: boolean
  /** Shared with the text message gateway; without it no receipts are taken. */
  readonly gatewayKey?: string
  /** The public half of the Web Push key, where Web Push is set up. */
  readonly pushKey?: string
}

/** Adds the routes of notifications and the stream of changes. */
export function addNotificationRoutes(app: FastifyInstance, house: NotificationHouse): void {
  addStream(app, house)
  addInbox(app, house)
  addTroubles(app, house)
  addPhones(app, house)
  if (house.gatewayKey) addReceipts(app, { ...house, gatewayKey: house.gatewayKey })
  if (house.demo) addOutbox(app, house)
}

type AsMember = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Transactions in which a member's own messages and phones are visible. */
const asMember =
  ({ database }: Pick<NotificationHouse, 'database'>): AsMember =>
  (actor, work) =>
    database.as('staff', { ...actor.scope, staff: actor.id ?? 0 }, work)

function addInbox(app: FastifyInstance, house: NotificationHouse): void {
  const member = asMember(house)
  handle(app, contract.listNotifications, ({ actor, query, language }) =>
    member(actor, (tx) => inbox(tx, query, language, house.timeZone ?? 'Asia/Shanghai')),
  )
  handle(app, contract.readNotifications, ({ actor, body }) =>
    member(actor, async (tx) => {
      await readNotifications(tx, body, house.clock.now())
      return { unread: await countUnread(tx) }
    }),
  )
}

function addTroubles(app: FastifyInstance, { database, clock }: NotificationHouse): void {
  handle(app, contract.listTroubles, ({ actor, query, language }) => {
    if (actor.scope.administers !== 'system') throw refuse('not-allowed')
    return database.as('staff', actor.scope, (tx) => troubles(tx, query, language))
  })
  handle(app, contract.retryNotification, ({ actor, params: { id }, idempotency }) =>
    database.as('worker', { district: actor.district }, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), () => retryNotification(tx, actor, id, clock.now())),
    ),
  )
}

function addPhones(app: FastifyInstance, house: NotificationHouse): void {
  const { vault, clock, pushKey = null } = house
  const member = asMember(house)
  handle(app, contract.showPushKey, async () => ({ key: pushKey }))
  handle(app, contract.subscribePush, ({ actor, body, idempotency }) =>
    member(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, clock.now(), () => subscribe(tx, vault, body, clock.now())),
    ),
  )
  handle(app, contract.unsubscribePush, ({ actor, params }) => member(actor, (tx) => unsubscribe(tx, params.id)))
}
