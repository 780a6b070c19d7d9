import i18next, { type i18n } from 'i18next'
import { currentLanguage, keepLanguage, type Language } from './language.ts'

/** Words of one page, flat: key → sentence, with {{name}} where a value stands. */
export type Sentences = Readonly<Record<string, string>>
export type Say<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string

export interface PageWords<K extends string> {
  readonly namespace: string
  readonly zh: Readonly<Record<K, string>>
  readonly en: Readonly<Record<K, string>>
}

const words: i18n = i18next.createInstance()
void words.init({
  lng: currentLanguage(),
  fallbackLng: 'zh',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes what it shows
})

/** The one store of words, for react-i18next's provider. */
export const wordStore: i18n = words

/** Enters the words of a page. English must have every key that Chinese has: the compiler refuses a hole. */
export function defineWords<const T extends Sentences>(
  namespace: string,
  { zh, en }: { zh: T; en: Readonly<Record<keyof T & string, string>> },
): PageWords<keyof T & string> {
  words.addResourceBundle('zh', namespace, zh, true, true)
  words.addResourceBundle('en', namespace, en, true, true)
  return { namespace, zh, en }
}

const speak = words.t.bind(words) as (key: string, options: Record<string, unknown>) => string

/** Speaks a page's words in the language of the moment. */
export const sayFrom =
  <K extends string>({ namespace }: PageWords<K>): Say<K> =>
  (key, values) =>
    speak(key, { ns: namespace, ...values })

/** Changes the language of the page and of the server's answers, and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language)
  await words.changeLanguage(language)
}

/** A name that data carries, in the person's language; Chinese where no English is known. */
export const nameIn = (name: { readonly zh: string; readonly en?: string }, language: Language = currentLanguage()) =>
  (language === 'en' && name.en) || name.zh
