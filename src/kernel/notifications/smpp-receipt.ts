import type { Pdu } from 'smpp'

export interface SmppReceipt {
  readonly id: string
  readonly outcome: 'delivered' | 'failed'
}

const IS_RECEIPT = 0x04
const STATES: Record<string, SmppReceipt['outcome'] | undefined> = {
  DELIVRD: 'delivered',
  EXPIRED: 'failed',
  DELETED: 'failed',
  UNDELIV: 'failed',
  REJECTD: 'failed',
  UNKNOWN: 'failed',
}
const BY_NUMBER = ['', '', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD']

/** What a deliver_sm says became of a message: by its parameters, else by its text (SMPP 3.4, appendix B). Null where it says nothing final. */
export function readReceipt({
  esm_class = 0,
  receipted_message_id,
  message_state,
  short_message,
}: Pdu): SmppReceipt | null {
  if ((esm_class & 0x3c) !== IS_RECEIPT) return null
  const text = String(short_message?.message ?? '')
  const id = receipted_message_id?.replace(/\0+$/, '') || /\bid:(\S+)/i.exec(text)?.[1]
  const state = (message_state && BY_NUMBER[message_state]) || /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase()
  const outcome = STATES[state ?? '']
  return id && outcome ? { id, outcome } : null
}
