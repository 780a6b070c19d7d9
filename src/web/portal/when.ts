import type { Language } from './pages.ts'

const locale = (language: Language) => (language === 'en' ? 'en-GB' : 'zh-CN')

/** A calendar date 'YYYY-MM-DD' in words: 2026年9月18日 / 18 September 2026. */
export const dateInWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${date}T00:00Z`))

/** A month 'YYYY-MM' in words: 2026年9月 / September 2026. */
export const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
    new Date(`${month}-01T00:00Z`),
  )
