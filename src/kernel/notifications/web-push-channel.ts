import { createHash } from 'node:crypto'
import webPush from 'web-push'
import { type Channel, type Message, networkFailure, SendFailed } from './channel.ts'
import type { PushSubscription } from './push-subscriptions.ts'

export interface WebPushOptions {
  /** mailto: or https: address that a push service may write to. */
  readonly contact: string
  /** VAPID keys as base64url. */
  readonly publicKey: string
  readonly privateKey: string
}

const PATIENCE = 20_000
// A phone that was off for half a day has its list when it is opened.
const KEPT_SECONDS = 12 * 3_600

/**
 * Wakes phones and browsers (RFC 8030, 8291, 8292). The topic lets a second sending replace the first on the way, the
 * tag on the screen.
 */
export function webPushChannel(options: WebPushOptions): Channel {
  return {
    provider: 'webPush',
    repeatable: true,
    send: async (message) => {
      const response = await post(options, message)
      await response.body?.cancel()
      if (response.ok) return { ids: [response.headers.get('location') ?? message.key] }
      throw failureOf(response.status)
    },
  }
}

async function post({ contact, publicKey, privateKey }: WebPushOptions, message: Message): Promise<Response> {
  const topic = createHash('sha256').update(message.key).digest('base64url').slice(0, 32)
  const { endpoint, method, headers, body } = webPush.generateRequestDetails(
    JSON.parse(message.address) as PushSubscription,
    JSON.stringify({ title: message.title, text: message.text, caseId: message.caseId ?? null, tag: topic }),
    {
      vapidDetails: { subject: contact, publicKey, privateKey },
      TTL: message.validFor ?? KEPT_SECONDS,
      urgency: message.urgent ? 'high' : 'normal',
      topic,
    },
  )
  const request = { method, headers: asStrings(headers), body: new Uint8Array(body), redirect: 'error' } as const
  return await fetch(endpoint, { ...request, signal: AbortSignal.timeout(PATIENCE) }).catch((error) => {
    throw networkFailure(error)
  })
}

// fetch counts the body itself.
const asStrings = (headers: object) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (name === 'Content-Length' ? [] : [[name, String(value)]])),
  )

function failureOf(status: number): SendFailed {
  const words = `the push service answered ${status}`
  if (status === 404 || status === 410) return new SendFailed('never', 'noAddress', words)
  return status === 429 || status >= 500
    ? new SendFailed('later', 'unreachable', words)
    : new SendFailed('never', 'refused', words)
}
