import type { Session } from 'smpp'
import { type Channel, type Message, SendFailed } from './channel.ts'
import { type SmppLinkOptions, startSmppLink } from './smpp-link.ts'
import { ask, NoAnswer, PATIENCE } from './smpp-session.ts'
import { type TextPart, textParts } from './smpp-text.ts'
import { signed } from './sms-text.ts'

export interface SmppOptions extends SmppLinkOptions {
  /** The number that the message comes from. */
  readonly source: string
  /** The sender's registered name, shown as 【…】. */
  readonly signature: string
}

export const SMPP = 'smpp'

// Busy, queue full, throttled, ill for a moment: nothing was taken, and it passes (SMPP 3.4, 5.1.3).
const PASSES = new Set([0x08, 0x14, 0x58, 0x64])
const UCS2 = 8
const UDH = 0x40
const FINAL_RECEIPT = 1
const INTERNATIONAL = 1
const ISDN = 1

/** Text messages over SMPP 3.4. The centre does not know a message that it took before. */
export function smppChannel(options: SmppOptions): Channel {
  const link = startSmppLink(options)
  return {
    provider: SMPP,
    repeatable: false,
    stop: link.stop,
    send: async (message) => {
      const { session } = link
      if (!session) throw new SendFailed('later', 'unreachable', 'no session with the SMS centre')
      const ids: string[] = []
      for (const part of textParts(message.key, signed(options.signature, message.text))) {
        ids.push(await submit(session, options, message, part, ids.length > 0))
      }
      return { ids }
    },
  }
}

async function submit(
  session: Session,
  { source }: SmppOptions,
  { address, validFor }: Message,
  { octets, joined }: TextPart,
  begun: boolean,
): Promise<string> {
  const pdu = {
    source_addr: source,
    dest_addr_ton: INTERNATIONAL,
    dest_addr_npi: ISDN,
    destination_addr: `86${address}`,
    esm_class: joined ? UDH : 0,
    data_coding: UCS2,
    registered_delivery: FINAL_RECEIPT,
    short_message: octets,
    ...(validFor && { validity_period: relativeTime(validFor) }),
  }
  const answer = await ask(session, (answered) => session.submit_sm(pdu, answered), PATIENCE).catch((error) => {
    throw error instanceof NoAnswer ? new SendFailed('unclear', 'unclear', error.message) : error
  })
  if (answer.command_status === 0 && answer.message_id) return answer.message_id
  throw refusal(answer.command_status, begun)
}

function refusal(status: number, begun: boolean): SendFailed {
  const words = `the SMS centre answered ${status}`
  // A first part that was taken cannot be called back.
  if (begun || status === 0) return new SendFailed('unclear', 'unclear', words)
  return PASSES.has(status) ? new SendFailed('later', 'unreachable', words) : new SendFailed('never', 'refused', words)
}

/** YYMMDDhhmmss000R */
function relativeTime(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `000000${two(seconds / 3_600)}${two((seconds / 60) % 60)}${two(seconds % 60)}000R`
}
