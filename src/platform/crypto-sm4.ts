import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { registerAlgorithm, type SealAlgorithm } from './crypto-algorithms.ts'

const NONCE = 16
const TAG = 32

/** SM4 in counter mode, then HMAC-SM3 over everything: OpenSSL offers Node no authenticated mode of SM4. @rule X14 */
export const sm4: SealAlgorithm = {
  code: 2,
  name: 'sm4-ctr-hmac-sm3',
  seal(key, plain, header) {
    const { cipherKey, macKey } = derive(key)
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('sm4-ctr', cipherKey, nonce)
    const text = Buffer.concat([nonce, cipher.update(plain), cipher.final()])
    return Buffer.concat([tagOf(macKey, header, text), text])
  },
  open(key, body, header) {
    if (body.length < TAG + NONCE) throw new Error('the sealed value is cut off')
    const { cipherKey, macKey } = derive(key)
    const text = body.subarray(TAG)
    if (!timingSafeEqual(body.subarray(0, TAG), tagOf(macKey, header, text))) throw new Error('the seal is broken')
    const decipher = createDecipheriv('sm4-ctr', cipherKey, text.subarray(0, NONCE))
    return Buffer.concat([decipher.update(text.subarray(NONCE)), decipher.final()])
  },
}

registerAlgorithm(sm4)

function derive(key: Buffer): { cipherKey: Buffer; macKey: Buffer } {
  const both = Buffer.from(hkdfSync('sm3', key, Buffer.alloc(0), 'sm4-ctr-hmac-sm3', 48))
  return { cipherKey: both.subarray(0, 16), macKey: both.subarray(16) }
}

function tagOf(key: Buffer, header: Buffer, text: Buffer): Buffer {
  return createHmac('sm3', key).update(header).update(text).digest()
}
