import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { openerOf, type SealAlgorithm, sealerOf } from './crypto-algorithms.ts'
import { readEnvelope, writeEnvelope } from './crypto-envelope.ts'

// SM4 is registered beside AES: a site chooses it by name.
import './crypto-sm4.ts'

export { registerAlgorithm, type SealAlgorithm } from './crypto-algorithms.ts'
export { randomCode, randomDigits } from './crypto-codes.ts'

/** The secrets of a vault, as the configuration gives them. Old keys stay until everything is resealed. */
export interface VaultKeys {
  /** Key id → 32 bytes as base64 (or base64url). An id is 1 to 64 ASCII letters, digits, '-' or '_'. */
  readonly keys: Readonly<Record<string, string>>
  /** The id that new values are sealed with. */
  readonly currentKey: string
  /** 32 bytes as base64, for look-ups only: not one of the sealing keys. */
  readonly lookupKey: string
  /** The name of a registered algorithm; 'aes-256-gcm' where nothing is said. */
  readonly algorithm?: string
}

/** What the envelope does not open with: another key, a changed byte, or no envelope at all. */
export class SealBroken extends Error {}

/**
 * Keeps values that must not be readable in the database or its backups. Every sealed value says which algorithm and
 * key sealed it, so that keys can be changed one row at a time.
 */
export class Vault {
  readonly #keys: ReadonlyMap<string, Buffer>
  readonly #current: string
  readonly #lookupKey: KeyObject
  readonly #algorithm: SealAlgorithm

  /** @throws Error where a key has another length than 32 bytes, or the current key is missing */
  constructor({ keys, currentKey, lookupKey, algorithm = 'aes-256-gcm' }: VaultKeys) {
    this.#keys = new Map(Object.entries(keys).map(([id, text]) => [checkedId(id), keyOf(text)]))
    if (!this.#keys.has(currentKey)) throw new Error(`the current key ${currentKey} is not among the vault's keys`)
    this.#current = currentKey
    const lookup = keyOf(lookupKey)
    if (this.#isSealingKey(lookup)) throw new Error('the look-up key must not be a sealing key')
    this.#lookupKey = createSecretKey(lookup) // prepared once: with bytes, each look-up takes six times as long
    this.#algorithm = sealerOf(algorithm)
  }

  /** Seals a text (as UTF-8) or bytes with the current key; twice the same value gives two different envelopes. */
  seal(plain: string | Buffer): Buffer {
    const header = writeEnvelope({ algorithm: this.#algorithm.code, key: this.#current })
    const body = this.#algorithm.seal(this.#keyOf(this.#current), Buffer.from(plain as string), header)
    return Buffer.concat([header, body])
  }

  /** The bytes that were sealed. @throws SealBroken */
  open(sealed: Uint8Array): Buffer {
    const { algorithm, key, header, body } = envelopeOf(sealed)
    try {
      return openerOf(algorithm).open(this.#keyOf(key), body, header)
    } catch (error) {
      throw new SealBroken(`sealed with key ${key}: ${(error as Error).message}`, { cause: error })
    }
  }

  /** The text that was sealed. @throws SealBroken */
  openText(sealed: Uint8Array): string {
    return this.open(sealed).toString('utf8')
  }

  /** Sealed anew where another key or algorithm than today's sealed it; null where nothing is to be done. @throws SealBroken */
  rekey(sealed: Uint8Array): Buffer | null {
    const { algorithm, key } = envelopeOf(sealed)
    if (key === this.#current && algorithm === this.#algorithm.code) return null
    return this.seal(this.open(sealed))
  }

  /**
   * A fingerprint to find a sealed value by: equal for values that differ only in width of characters, in spaces or in
   * case. It says nothing without the look-up key, and never changes with the sealing keys.
   */
  lookup(value: string): string {
    const normal = value.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
    return createHmac('sha256', this.#lookupKey).update(normal).digest('base64url')
  }

  #keyOf(id: string): Buffer {
    const key = this.#keys.get(id)
    if (!key) throw new Error('the vault does not have this key')
    return key
  }

  #isSealingKey(candidate: Buffer): boolean {
    return [...this.#keys.values()].some((key) => key.equals(candidate))
  }
}

function envelopeOf(sealed: Uint8Array) {
  const envelope = readEnvelope(Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength))
  if (!envelope) throw new SealBroken('this is not a sealed value')
  return envelope
}

function checkedId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error(`the key id ${id} is not 1 to 64 letters, digits, '-' or '_'`)
  return id
}

function keyOf(text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) throw new Error('a vault key must be 32 bytes as base64')
  return key
}
