export type Language = 'zh' | 'en'

const name = 'lianxin_language'
const year = 365 * 24 * 60 * 60

/** The language that a cookie text asks for; null when it asks for none. */
export const languageIn = (cookies: string): Language | null =>
  (new RegExp(`(?:^|;\\s*)${name}=(zh|en)\\b`).exec(cookies)?.[1] as Language | undefined) ?? null

const asked = () => languageIn(globalThis.document?.cookie ?? '')

let current: Language = asked() ?? 'zh'

/** The language that this page speaks, and in which the server answers it. Chinese comes first. */
export const currentLanguage = (): Language => current

/** Remembers the person's language for a year, for this page and for the server's sentences. */
export function keepLanguage(language: Language): void {
  current = language
  if (!globalThis.document) return
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we serve
  document.cookie = `${name}=${language}; path=/; max-age=${year}; samesite=lax`
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
