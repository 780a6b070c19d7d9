import type { Language } from '#platform/http'
import type { ChannelName } from './templates.ts'

/** One message as a channel sends it. */
export interface Message {
  /** The same at every try: a provider that knows it sends the message once. */
  readonly key: string
  /** A telephone, a mailbox, or a phone to wake (JSON of its subscription). */
  readonly address: string
  readonly template: string
  /** What the text message gateway calls it. */
  readonly templateId: string
  readonly language: Language
  readonly title: string
  readonly text: string
  /** The values in words, for providers that hold the template themselves. */
  readonly words: Readonly<Record<string, string>>
  readonly urgent: boolean
  /** Seconds after which it says nothing any more. */
  readonly validFor?: number
  readonly caseId?: number
}

/** What the provider answered: its ids, one per part; `delivered` where its yes is already the receipt. */
export interface Accepted {
  readonly ids: readonly string[]
  readonly delivered?: boolean
}

/** A way out of the house. */
export interface Channel {
  /** The provider's name, in which its receipts are found. */
  readonly provider: string
  /** Whether a second sending of the same key does no harm. */
  readonly repeatable: boolean
  /** @throws SendFailed; any other error counts as unclear */
  send(message: Message): Promise<Accepted>
  stop?(): Promise<void>
}

/** The channels of this house; a missing one parks its messages visibly. */
export type Channels = Readonly<Partial<Record<Exclude<ChannelName, 'inApp'>, Channel>>>

/** Why a notification failed or was parked: the closed list of its `reason`. */
export const reasons = {
  noChannel: { zh: '本系统没有设置这种发送方式', en: 'this way of sending is not set up' },
  noAddress: { zh: '没有可用的号码或地址', en: 'there is no number or address to send to' },
  noTemplate: { zh: '消息模板缺失或与内容不符', en: 'the template is missing or does not fit' },
  unreachable: { zh: '服务商多次联系不上', en: 'the provider could not be reached' },
  refused: { zh: '服务商拒绝发送', en: 'the provider refused it' },
  unclear: {
    zh: '不清楚服务商是否已发送，请核实后再决定重发',
    en: 'the provider may or may not have sent it: ask before sending again',
  },
  expired: { zh: '超过有效时间，没有发送', en: 'it had lost its meaning before it could be sent' },
  undelivered: { zh: '服务商回报未送达', en: 'the provider reports that it did not arrive' },
} as const
export type Reason = keyof typeof reasons

/**
 * The provider did not take the message. `later`: nothing was sent, try again. `never`: trying again is useless.
 * `unclear`: it may have been sent.
 */
export class SendFailed extends Error {
  readonly outcome: 'later' | 'never' | 'unclear'
  readonly reason: Reason
  constructor(outcome: SendFailed['outcome'], reason: Reason, message: string) {
    super(message)
    this.outcome = outcome
    this.reason = reason
  }
}

/** Errors before a connection stood: nothing can have been sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** A network error as a failure: later where nothing was sent, unclear where the answer was lost. */
export function networkFailure(error: unknown): SendFailed {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  const word = code ?? cause?.code ?? (error as Error).name
  const before = NOT_CONNECTED.has(word)
  return new SendFailed(before ? 'later' : 'unclear', before ? 'unreachable' : 'unclear', word)
}
