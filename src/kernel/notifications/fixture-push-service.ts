import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Woken {
  readonly payload: Record<string, unknown>
  readonly headers: Record<string, string | string[] | undefined>
  readonly claims: { aud: string; sub: string; exp: number }
}

/** A push service and a phone in one, over real HTTP: it checks who sends (RFC 8292) and decrypts what came (RFC 8291, 8188). */
export async function startPushService(vapidKey: string) {
  const phone = createECDH('prime256v1')
  const publicKey = phone.generateKeys()
  const auth = randomBytes(16)
  const woken: Woken[] = []
  const answers: number[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const answer = answers.shift() ?? 201
    if (answer === 201) {
      const claims = checkSender(String(request.headers.authorization), vapidKey)
      woken.push({ payload: JSON.parse(decrypt(body, phone, publicKey, auth)), headers: request.headers, claims })
    }
    response.writeHead(answer, { location: `/messages/${woken.length}` }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const subscription = (name: string) => ({
    endpoint: `${origin}/send/${name}`,
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
  })
  return { origin, subscription, woken, answers, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** `Authorization: vapid t=<JWT>, k=<key>`, signed with ES256. */
function checkSender(authorization: string, vapidKey: string): Woken['claims'] {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  if (key !== vapidKey) throw new Error('another sender')
  const [head, claims, signature] = token!.split('.') as [string, string, string]
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const valid = verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!valid) throw new Error('not signed by the sender')
  return JSON.parse(Buffer.from(claims, 'base64url').toString())
}

/** aes128gcm with one record: salt (16), record size (4), length of key (1), the sender's key, the sealed record. */
function decrypt(body: Buffer, phone: ECDH, publicKey: Buffer, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + body[20]!)
  const record = body.subarray(21 + body[20]!)
  const shared = phone.computeSecret(sender)
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, about, 32))
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, length))
  const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  cipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}
