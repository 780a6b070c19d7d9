import type { Engine } from '#kernel/cases'
import type { FileStore } from '#kernel/files'
import type { Notify } from '#kernel/notifications'
import type { Vault } from '#platform/crypto'

/** What the hotline works with. */
export interface HotlineHouse extends Engine {
  readonly vault: Vault
  readonly notify: Notify
}

/** What the residents' pages work with: their photos come with the form. */
export interface PortalHouse extends HotlineHouse {
  readonly store: FileStore
}
