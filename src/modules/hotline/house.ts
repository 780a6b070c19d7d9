import type { Engine } from '#kernel/cases'
import type { Vault } from '#platform/crypto'

/** What the hotline works with. */
export interface HotlineHouse extends Engine {
  readonly vault: Vault
}
