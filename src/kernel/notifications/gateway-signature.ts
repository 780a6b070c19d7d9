import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds by which the clocks of both sides may differ, and for which an overheard receipt could be repeated. */
const SKEW = 300

/** What both sides sign: `lines` joined by line feeds, as lower-case hex of HMAC-SHA-256 under the shared key. */
export function sign(key: string, lines: readonly (string | number)[]): string {
  return createHmac('sha256', key).update(lines.join('\n')).digest('hex')
}

/** The lines of a request to the gateway: seconds since 1970, a word used once, the SHA-256 of the body in hex. */
export function requestLines(timestamp: number, nonce: string, body: string): (string | number)[] {
  return [timestamp, nonce, createHash('sha256').update(body).digest('hex')]
}

export interface GatewayReceipt {
  readonly id: string
  readonly outcome: 'delivered' | 'failed'
}

/** The lines of receipts from the gateway: seconds since 1970, then `id outcome` of each. */
export function receiptLines(timestamp: number, receipts: readonly GatewayReceipt[]): (string | number)[] {
  return [timestamp, ...receipts.map(({ id, outcome }) => `${id} ${outcome}`)]
}

/** Whether the lines were signed with the key, about now. */
export function isSigned(key: string, lines: readonly (string | number)[], signature: string, now: Date): boolean {
  const expected = Buffer.from(sign(key, lines))
  const given = Buffer.from(signature)
  const fresh = Math.abs(now.getTime() / 1_000 - Number(lines[0])) <= SKEW
  return fresh && given.length === expected.length && timingSafeEqual(given, expected)
}
