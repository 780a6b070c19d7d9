import { normalText, runsOf } from './text-normal.ts'
import { isIndexed, numberToken } from './text-tokens.ts'

/** What a person typed, as search understands it. */
export interface Query {
  /** All must be met, each by one of its tokens ('a|b'); one that ends in '*' stands for every token that begins so. */
  readonly groups: readonly string[]
  /** What was typed with 7 or more digits: the number of a case, or a telephone. */
  readonly numbers: readonly string[]
}

// With dashes and letters, as numbers of cases and telephones are written: 12345-26-0001234, +86-138….
const NUMBERISH = /[a-z0-9+-]*\d[a-z0-9+-]*/g

/**
 * Reads a query. What it asks for is met by every text that contains the typed pattern, provided that words other than
 * Chinese are typed whole or from their start, and numbers whole.
 */
export function queryTokens(typed: string): Query {
  const text = normalText(typed)
  const numbers = (text.match(NUMBERISH) ?? []).filter((number) => number.replace(/\D/g, '').length >= 7)
  const rest = numbers.reduce((left, number) => left.replace(number, ' '), text)
  return { groups: [...new Set([...wordGroups(rest), ...numbers.flatMap(numberGroups)])], numbers }
}

// Either the whole is a number of a case, or its parts stand in the text (12-3-1201 is a flat).
function numberGroups(number: string): string[] {
  const parts = wordGroups(number)
  const whole = numberToken(number)
  return parts.length === 0 ? [whole] : parts.map((part) => `${part}|${whole}`)
}

function wordGroups(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (run.kind === 'han') return hanGroups(run.text)
    return isIndexed(run.text) ? [wordGroup(run.text)] : []
  })
}

function hanGroups(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return [`${run}*`]
  return characters.slice(1).map((character, at) => characters[at] + character)
}

// 'wif' finds 'wifi'; but '3' does not find '320', because numbers of houses are meant whole.
const wordGroup = (word: string): string => (/\p{N}/u.test(word) ? word : `${word}*`)
