import { randomUUID } from 'node:crypto'
import type { Clock } from '#platform/clock'
import { type Channel, type Message, networkFailure, SendFailed } from './channel.ts'
import { requestLines, sign } from './gateway-signature.ts'

export interface GatewayOptions {
  readonly url: string
  readonly key: string
  /** The sender's registered name, shown as 【…】. */
  readonly signature: string
  readonly clock: Clock
  /** Read out in a call instead of written. */
  readonly by?: 'voice'
}

export const GATEWAY = 'gateway'

const PATIENCE = 20_000

/** Text messages over HTTP, as docs/sms-gateway.md describes: one signed request each, sent once per key. */
export function gatewayChannel(options: GatewayOptions): Channel {
  return {
    provider: GATEWAY,
    repeatable: true,
    send: async (message) => {
      const reply = await post(options, JSON.stringify(bodyOf(options, message)))
      const id = reply.ok ? await idIn(reply) : undefined
      if (id) return { ids: [id] }
      await reply.body?.cancel()
      throw failureOf(reply)
    },
  }
}

function bodyOf({ signature, by }: GatewayOptions, { key, address, templateId, words, text, validFor }: Message) {
  return { key, phone: address, signature, templateId, parameters: words, text, validFor, by }
}

async function post({ url, key, clock }: GatewayOptions, body: string): Promise<Response> {
  const timestamp = Math.floor(clock.now().getTime() / 1_000)
  const nonce = randomUUID()
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-timestamp': String(timestamp),
    'x-nonce': nonce,
    'x-signature': sign(key, requestLines(timestamp, nonce, body)),
  }
  const options = { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) } as const
  return await fetch(url, options).catch((error) => {
    throw networkFailure(error)
  })
}

async function idIn(reply: Response): Promise<string | undefined> {
  const answer = (await reply.json().catch(() => null)) as { id?: unknown } | null
  return typeof answer?.id === 'string' && answer.id !== '' ? answer.id : undefined
}

// Without an id the gateway may have taken it; the same key tells it that a second request is the same message.
function failureOf({ ok, status }: Response): SendFailed {
  if (ok) return new SendFailed('unclear', 'unclear', 'the gateway answered without an id')
  const passes = status === 408 || status === 425 || status === 429 || status >= 500
  return passes
    ? new SendFailed('later', 'unreachable', `the gateway answered ${status}`)
    : new SendFailed('never', 'refused', `the gateway answered ${status}`)
}
