// A telephone or card number written in groups: its pieces alone would still lead to a person.
const GROUPED = /(?<!\d)(?:1[3-9]\d[ .-]\d{4}[ .-]\d{4}|\d{4}(?:[ .-]\d{4}){2,}(?:[ .-]\d{1,4})?)(?!\d)/g
const SEPARATORS = /[ .-]/g

/** A text as search compares it: one width of characters, lower case, numbers written in groups joined. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(GROUPED, (number) => number.replace(SEPARATORS, ''))
}

/** A run of Han characters, or a run of other letters and digits. */
export interface Run {
  readonly kind: 'han' | 'word'
  readonly text: string
}

const RUN = /(?<han>[\p{Script=Han}]+)|(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)/gu

export function runsOf(text: string): Run[] {
  return [...normalText(text).matchAll(RUN)].map(({ groups }) =>
    groups?.han ? { kind: 'han', text: groups.han } : { kind: 'word', text: groups?.word ?? '' },
  )
}
