import { subjectTree } from './subjects.ts'

interface Pointer {
  readonly word: string
  readonly code: string
}

/** Pointers by the first two characters of their word: a text is walked once, whatever the number of words. */
const pointers: ReadonlyMap<string, readonly Pointer[]> = Map.groupBy(
  subjectTree.flatMap(({ code, words }) => words.map((word) => ({ word, code }))),
  ({ word }) => word.slice(0, 2),
)

// What stands first is what the matter is about; the rest is often history.
const leading = 30

/**
 * The leaf of the tree that most and longest words of the text point to, among the codes in use; null where none does.
 * A word says more the longer it is, and four times as much near the beginning.
 */
export function guessSubject(text: string, used: ReadonlySet<string>): string | null {
  const scores = new Map<string, number>()
  for (const [{ word, code }, at] of firstFound(text)) {
    if (!used.has(code)) continue
    const weight = (word.length - 1) ** 2 * (at < leading ? 4 : 1)
    scores.set(code, (scores.get(code) ?? 0) + weight)
  }
  let best: string | null = null
  for (const [code, score] of scores) {
    const known = best === null ? 0 : scores.get(best)!
    if (score > known || (score === known && best !== null && code < best)) best = code
  }
  return best
}

/** Every pointer whose word stands in the text, with the place where it stands first. */
function firstFound(text: string): Map<Pointer, number> {
  const found = new Map<Pointer, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    for (const pointer of pointers.get(text.slice(at, at + 2)) ?? []) {
      if (!found.has(pointer) && text.startsWith(pointer.word, at)) found.set(pointer, at)
    }
  }
  return found
}
