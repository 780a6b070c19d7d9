import type { Actor } from '#kernel/identity'
import type { Clock } from '#platform/clock'
import type { Vault } from '#platform/crypto'
import type { Database, Tx } from '#platform/database'
import type { FileStore } from './file-store.ts'

/** What files work with. */
export interface FileHouse {
  readonly database: Database
  readonly clock: Clock
  readonly vault: Vault
  readonly store: FileStore
}

/** What a verb on files works with: one transaction of one actor at one instant. */
export interface FileWork {
  readonly tx: Tx
  readonly vault: Vault
  readonly store: FileStore
  readonly actor: Actor
  readonly at: Date
}

/** Contents are kept apart by district, so that one district's last file takes nothing from another. */
export const contentKey = (district: number, sha256: string): string => `d${district}/${sha256.slice(0, 2)}/${sha256}`
export const thumbnailKey = (district: number, sha256: string): string => `${contentKey(district, sha256)}-small`
