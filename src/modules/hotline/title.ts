// A rare character is two units long; half of one cannot be stored.
const half = /[\uD800-\uDBFF]$/

/** A title from the first words of a request: its first clause, at most 30 characters. */
export function titleOf(text: string): string {
  const [clause = ''] = text.trim().split(/[。！？!?\n；;]/, 1)
  const [first = ''] = clause.length > 30 ? clause.split(/[，,]/, 1) : [clause]
  const title = first.trim().length >= 4 ? first.trim() : clause.trim()
  return title.length > 30
    ? `${title.slice(0, 29).replace(half, '')}…`
    : title || text.trim().slice(0, 30).replace(half, '')
}
