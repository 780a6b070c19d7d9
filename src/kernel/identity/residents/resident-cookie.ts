import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { cookieOf } from '../login/session-cookie.ts'

/** What a resident has proved: a phone, or one case by its receipt. */
const Proof = Type.Object({
  district: Type.Integer(),
  phone: Type.Optional(Type.String()),
  receiptCase: Type.Optional(Type.Integer()),
  /** In milliseconds since 1970. */
  until: Type.Integer(),
})
export type Proof = Type.Static<typeof Proof>

interface Sealer {
  readonly secret: string
  readonly publicUrl: string
}

const NAME = 'lianxin.resident'
const NONCE = 12
const TAG = 16

// A key of its own, so that nothing sealed here is ever taken for something signed elsewhere.
const keyOf = ({ secret }: Sealer) => Buffer.from(hkdfSync('sha256', secret, '', 'resident cookie', 32))

/** The Set-Cookie header that carries a proof, sealed, for scripts unreadable; without one it takes the cookie away. */
export function residentCookie(sealer: Sealer, proof: Proof | null, now: Date): string {
  const value = proof ? seal(keyOf(sealer), JSON.stringify(proof)) : ''
  const seconds = proof ? Math.max(0, Math.floor((proof.until - now.getTime()) / 1000)) : 0
  const secure = sealer.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The proof in a Cookie header, where it was sealed here and holds still. */
export function proofIn(header: string | undefined, sealer: Sealer, now: Date): Proof | null {
  const cookie = cookieOf(header, NAME)
  const text = cookie ? unseal(keyOf(sealer), cookie) : undefined
  const proof: unknown = text ? JSON.parse(text) : null
  return Check(Proof, proof) && proof.until > now.getTime() ? proof : null
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function unseal(key: Buffer, value: string): string | undefined {
  const sealed = Buffer.from(value, 'base64url')
  if (sealed.length <= NONCE + TAG) return undefined
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  try {
    cipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]).toString()
  } catch {
    return undefined // not sealed here, or changed on the way
  }
}
