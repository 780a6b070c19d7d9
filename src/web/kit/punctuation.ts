import { currentLanguage, type Language } from './language.ts'

/** What stands before a value: 地点：… / Place: … */
export const labelled = (label: string, value: string | number = '', language: Language = currentLanguage()): string =>
  language === 'zh' ? `${label}：${value}` : `${label}: ${value}`

/** An aside: （地址待核实） / (address to be verified), set off from the words before it. */
export const aside = (words: string, language: Language = currentLanguage()): string =>
  language === 'zh' ? `（${words}）` : ` (${words})`

/** Words as somebody wrote them. */
export const quoted = (words: string): string => `“${words}”`

/** Several names in a row. */
export const listed = (names: readonly string[], language: Language = currentLanguage()): string =>
  names.join(language === 'zh' ? '、' : ', ')
