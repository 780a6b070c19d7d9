import { createHmac, timingSafeEqual } from 'node:crypto'

/** The value of a cookie in a Cookie header, as it was sent. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** The value that was signed, where the signature (HMAC-SHA-256, after the last dot) is of the secret. */
export function openSigned(signed: string, secret: string): string | undefined {
  const text = decodeURIComponent(signed)
  const dot = text.lastIndexOf('.')
  const given = Buffer.from(text.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(text.slice(0, dot)).digest()
  return dot > 0 && given.length === right.length && timingSafeEqual(given, right) ? text.slice(0, dot) : undefined
}
