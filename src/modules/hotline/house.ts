import type { Engine } from '#kernel/cases'
import type { FileStore } from '#kernel/files'
import type { ResidentLogin, StaffLogin } from '#kernel/identity'
import type { Notify } from '#kernel/notifications'
import type { Vault } from '#platform/crypto'

/** What the hotline works with. */
export interface HotlineHouse extends Engine {
  readonly vault: Vault
  readonly notify: Notify
}

/** What residents are served with: their proofs, their photos, and the count of what they post. */
export interface PortalHouse extends HotlineHouse {
  readonly store: FileStore
  readonly residents: Pick<ResidentLogin, 'find' | 'proving'>
  readonly attempts: StaffLogin['house']['attempts']
  /** Whether a code can be read out over the telephone. */
  readonly voice: boolean
}
