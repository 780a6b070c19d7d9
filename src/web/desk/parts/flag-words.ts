import { personFlags } from '#kernel-contract/people'
import { nameIn } from '#kit'

/** What must be known about a resident, in the person's language; a district's own words stay as they are. */
export const flagInWords = (flag: string): string =>
  flag in personFlags ? nameIn(personFlags[flag as keyof typeof personFlags]) : flag
