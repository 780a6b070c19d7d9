import { createHash } from 'node:crypto'
import type { Vault } from '#platform/crypto'

// Without 0 O 1 I L and U: read over the telephone, written by hand, never a word.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a requester proves their case with; only the look-up is kept. */
export interface Receipt {
  readonly code: string
  readonly lookup: string
}

/**
 * The receipt code of a filing: eight letters (39 bits) that only the house can work out. It follows from the filing's
 * idempotency key, so that a repeated filing is given the same code again.
 */
export function receiptCode(vault: Vault, key: string): Receipt {
  const digest = createHash('sha256')
    .update(vault.lookup(`receipt ${key}`))
    .digest()
  const code = [...digest.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('')
  return { code, lookup: receiptLookup(vault, code) }
}

/** The digest by which a code is found; spaces, width and case of what was typed do not matter. */
export const receiptLookup = (vault: Vault, typed: string): string =>
  vault.lookup(`code ${typed.replace(/[\s-]/g, '')}`)
