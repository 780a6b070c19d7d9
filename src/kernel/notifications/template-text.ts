import type { Name } from '#kernel/identity'
import type { Language } from '#platform/http'

/** What stands in a template: words, a name in both languages, or an instant that is written in the district's time. */
export type Value = string | number | Name | { readonly instant: string }

export type Parameters = Readonly<Record<string, Value>>

/** The names in braces of a text: `'{number}到期{due}'` → 'number' | 'due'. */
export type NamesIn<T extends string> = T extends `${string}{${infer N}}${infer Rest}` ? N | NamesIn<Rest> : never

/** The text with its values. @throws Error where a value is missing: a person would read an empty place */
export function fill(text: string, parameters: Parameters, language: Language, timeZone: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]
    if (value === undefined) throw new Error(`the template lacks a value for ${name}`)
    return said(value, language, timeZone)
  })
}

/** One value in words: '9月29日17:00', '29 Sep 17:00'. */
export function said(value: Value, language: Language, timeZone: string): string {
  if (typeof value !== 'object') return String(value)
  if ('instant' in value) return instantIn(new Date(value.instant), language, timeZone)
  return language === 'en' ? (value.en ?? value.zh) : value.zh
}

function instantIn(instant: Date, language: Language, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone, ...options }).format(instant)
  const day = part({ month: language === 'en' ? 'short' : 'long', day: 'numeric' })
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return language === 'en' ? `${day} ${time}` : `${day}${time}`
}
