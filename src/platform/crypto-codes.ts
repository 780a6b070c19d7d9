import { randomInt } from 'node:crypto'

// Without 0 O 1 I L and U: read over the telephone, written by hand, never a word.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that nobody guesses, for receipts and claims: 10 characters are 49 bits. */
export function randomCode(length = 10): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** A one-time code of digits, leading zeros included. It needs a limit of tries. */
export function randomDigits(length = 6): string {
  return Array.from({ length }, () => randomInt(10)).join('')
}
