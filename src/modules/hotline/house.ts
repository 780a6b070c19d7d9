import type { Engine } from '#kernel/cases'
import type { Notify } from '#kernel/notifications'
import type { Vault } from '#platform/crypto'

/** What the hotline works with. */
export interface HotlineHouse extends Engine {
  readonly vault: Vault
  readonly notify: Notify
}
