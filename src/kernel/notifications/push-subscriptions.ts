import { isIP } from 'node:net'
import { sql } from 'kysely'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { refuseNotification } from './refusals.ts'

/** What a browser hands over to be woken by. */
export interface PushSubscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/**
 * Keeps a member's phone; one that is known already changes hands. The scope names the member.
 * @throws notification.bad-endpoint where the address is no public https address: the server will call it
 */
export async function subscribe(
  tx: Tx,
  vault: Vault,
  { endpoint, keys }: PushSubscription,
  now: Date,
): Promise<{ id: number }> {
  if (!isPublic(endpoint)) throw refuseNotification('notification.bad-endpoint')
  const sealed = vault.seal(JSON.stringify({ endpoint, keys }))
  const { rows } = await sql<{ id: number }>`
    select keep_push_subscription(${vault.lookup(endpoint)}, ${sealed}, ${now}) as id`.execute(tx)
  return rows[0]!
}

/** Forgets one of the member's phones. @throws not-found */
export async function unsubscribe(tx: Tx, id: number): Promise<{ id: number }> {
  const { rows } = await sql<{ id: number }>`delete from push_subscription
    where district_id = app_district() and staff_id = app_member() and id = ${id} returning id`.execute(tx)
  if (!rows[0]) throw refuse('not-found')
  return rows[0]
}

/** Forgets phones, given as their subscriptions, whose push service says that they are gone. Worker scope. */
export async function forgetPhones(tx: Tx, vault: Vault, gone: readonly string[]): Promise<void> {
  const endpoints = gone.map((subscription) => (JSON.parse(subscription) as PushSubscription).endpoint)
  await sql`delete from push_subscription where district_id = app_district()
    and lookup = any(${endpoints.map((endpoint) => vault.lookup(endpoint))})`.execute(tx)
}

function isPublic(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username } = new URL(endpoint)
  const named = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.') && !hostname.endsWith('.local')
  return protocol === 'https:' && named && port === '' && username === ''
}
