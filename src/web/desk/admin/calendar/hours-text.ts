export type Span = [from: string, to: string]

const span = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** '08:30-12:00 13:30-17:30' as spans; an empty text is a day without work; null when it cannot be read. */
export function readSpans(text: string): Span[] | null {
  const parts = text
    .trim()
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
  if (!parts.every((part) => span.test(part))) return null
  return parts.map((part) => part.split('-') as Span)
}

/** Spans as they are typed. */
export const spansInWords = (spans: readonly (readonly [string, string])[] | undefined): string =>
  (spans ?? []).map(([from, to]) => `${from}-${to}`).join(' ')
