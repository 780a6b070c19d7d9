// 140 octets of UCS-2; a longer text loses six octets of each segment to the header that joins them.
const ALONE = 70
const JOINED = 67

/** A text message as the network carries it: the signature that the law asks for, then the words. */
export const signed = (signature: string, text: string): string => `【${signature}】${text}`

/** Cuts a text into segments of UTF-16 units, never through a character. One segment of 70, or several of 67. */
export function segments(text: string): string[] {
  if (text.length <= ALONE) return [text]
  const cut: string[] = []
  for (let start = 0, end: number; start < text.length; start = end) {
    end = Math.min(start + JOINED, text.length)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1
    cut.push(text.slice(start, end))
  }
  return cut
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00
