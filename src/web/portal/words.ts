import type { Words } from '#kernel-contract/cases'
import type { Language } from './pages.ts'
import { en } from './words/en.ts'
import { type PortalWords, zh } from './words/zh.ts'

export type { PortalWords } from './words/zh.ts'

/** Everything the portal says, in the reader's language. */
export const wordsIn = (language: Language): PortalWords => (language === 'en' ? en : zh)

/** A name that data carries, in the reader's language; Chinese where no English is known. */
export const say = (name: Words, language: Language): string => (language === 'en' && name.en) || name.zh
