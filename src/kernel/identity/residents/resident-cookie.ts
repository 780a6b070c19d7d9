import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { cookieOf, openSigned, sign } from '../login/session-cookie.ts'

/** What a resident has proved: a phone, or one case by its receipt. */
const Proof = Type.Object({
  district: Type.Integer(),
  phone: Type.Optional(Type.String()),
  receiptCase: Type.Optional(Type.Integer()),
  /** In milliseconds since 1970. */
  until: Type.Integer(),
})
export type Proof = Type.Static<typeof Proof>

const NAME = 'lianxin.resident'

interface Signer {
  readonly secret: string
  readonly publicUrl: string
}

// Signed under a key of its own, so that it is never taken for a cookie of the staff.
const keyOf = ({ secret }: Signer) => `${secret} resident`

/** The Set-Cookie header that carries a proof, for scripts unreadable; without one it takes the cookie away. */
export function residentCookie(signer: Signer, proof: Proof | null, now: Date): string {
  const value = proof ? sign(Buffer.from(JSON.stringify(proof)).toString('base64url'), keyOf(signer)) : ''
  const seconds = proof ? Math.max(0, Math.floor((proof.until - now.getTime()) / 1000)) : 0
  const secure = signer.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The proof in a Cookie header, where it was signed here and holds still. */
export function proofIn(header: string | undefined, signer: Signer, now: Date): Proof | null {
  const cookie = cookieOf(header, NAME)
  const text = cookie ? openSigned(cookie, keyOf(signer)) : undefined
  const proof: unknown = text ? JSON.parse(Buffer.from(text, 'base64url').toString()) : null
  return Check(Proof, proof) && proof.until > now.getTime() ? proof : null
}
