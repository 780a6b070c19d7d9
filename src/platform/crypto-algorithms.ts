import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A way to seal. It must authenticate: `open` throws when a byte of the header or the body was changed. */
export interface SealAlgorithm {
  /** Stored in every sealed value, 1 to 255; never given to another algorithm. */
  readonly code: number
  readonly name: string
  /** `key` has 32 bytes. */
  seal(key: Buffer, plain: Buffer, header: Buffer): Buffer
  open(key: Buffer, body: Buffer, header: Buffer): Buffer
}

// 96-bit nonces are what GCM is made for; at random they stay apart up to 2^32 values per key (NIST SP 800-38D).
const NONCE = 12
const TAG = 16

const aesGcm: SealAlgorithm = {
  code: 1,
  name: 'aes-256-gcm',
  seal(key, plain, header) {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(header)
    const text = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text])
  },
  open(key, body, header) {
    if (body.length < NONCE + TAG) throw new Error('the sealed value is cut off')
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(header).setAuthTag(body.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(body.subarray(NONCE + TAG)), decipher.final()])
  },
}

const byCode = new Map<number, SealAlgorithm>([[aesGcm.code, aesGcm]])

/** Adds an algorithm, such as one of a certified SM4 device, before the first vault is made. @rule X14 */
export function registerAlgorithm(algorithm: SealAlgorithm): void {
  if (byCode.has(algorithm.code)) throw new Error(`the algorithm code ${algorithm.code} is taken`)
  byCode.set(algorithm.code, algorithm)
}

export function sealerOf(name: string): SealAlgorithm {
  const found = [...byCode.values()].find((algorithm) => algorithm.name === name)
  if (!found) throw new Error(`no sealing algorithm is called ${name}`)
  return found
}

export function openerOf(code: number): SealAlgorithm {
  const found = byCode.get(code)
  if (!found) throw new Error(`no sealing algorithm has the code ${code}`)
  return found
}
