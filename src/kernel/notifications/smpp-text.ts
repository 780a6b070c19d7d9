import { createHash } from 'node:crypto'
import { segments } from './sms-text.ts'

/** One submit_sm of a text: its octets in UCS-2, with the header that joins it to the others where there are several. */
export interface TextPart {
  readonly octets: Buffer
  readonly joined: boolean
}

/** A text in parts of at most 140 octets. The key gives the parts their common reference: the same at every try. */
export function textParts(key: string, text: string): TextPart[] {
  const cut = segments(text)
  if (cut.length === 1) return [{ octets: ucs2(text), joined: false }]
  const reference = createHash('sha256').update(key).digest()[0]!
  return cut.map((segment, i) => ({
    // Concatenated short messages, 8-bit reference (3GPP TS 23.040, 9.2.3.24.1).
    octets: Buffer.concat([Buffer.of(5, 0, 3, reference, cut.length, i + 1), ucs2(segment)]),
    joined: true,
  }))
}

const ucs2 = (text: string) => Buffer.from(text, 'utf16le').swap16()
