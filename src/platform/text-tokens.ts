import { runsOf } from './text-normal.ts'

// Longer ones are not words but data; the index holds no lexeme above 2,046 bytes either.
const LONGEST = 60

/** Runs of 7 or more digits may be a telephone, an identity or an account number: they never enter the index. */
export const isIndexed = (word: string): boolean => word.length <= LONGEST && !/\p{Nd}{7}/u.test(word)

/**
 * The search tokens of a text: pairs of neighbouring Han characters, the last character of each Han run, other words in
 * lower case, with their letters and digits also apart. Numbers of 7 or more digits are left out.
 */
export function tokensOf(text: string): string[] {
  return [...new Set(runsOf(text).flatMap((run) => (run.kind === 'han' ? hanTokens(run.text) : wordTokens(run.text))))]
}

/** The token of a number by which a case is known whole: its own, or the one of another house. */
export function numberToken(number: string): string {
  return `#${number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')}`
}

// With the last character alone, every character of the run begins a token: one character is found by prefix.
function hanTokens(run: string): string[] {
  const characters = [...run]
  return characters.map((character, at) => character + (characters[at + 1] ?? ''))
}

function wordTokens(word: string): string[] {
  if (!isIndexed(word)) return []
  const parts = word.match(/\p{N}+|[^\p{N}]+/gu) ?? []
  return parts.length > 1 ? [word, ...parts] : [word]
}
