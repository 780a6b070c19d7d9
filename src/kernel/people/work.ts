import type { Actor } from '#kernel/identity'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'

/** What a verb on people works with: one transaction of one actor at one instant. */
export interface PeopleWork {
  readonly tx: Tx
  readonly vault: Vault
  readonly actor: Actor
  readonly at: Date
}
