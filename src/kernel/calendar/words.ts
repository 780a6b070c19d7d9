import type { Language } from '#platform/http'
import { type Day, dayOf, weekdayOf, yearOf } from './days.ts'
import type { LimitUnit } from './limit.ts'

const weekdays = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const units: Record<LimitUnit, { zh: string; en: string }> = {
  H: { zh: '小时', en: 'hour' },
  WH: { zh: '个工作小时', en: 'working hour' },
  CD: { zh: '个自然日', en: 'calendar day' },
  WD: { zh: '个工作日', en: 'working day' },
  M: { zh: '个月', en: 'month' },
  Y: { zh: '年', en: 'year' },
}

/** '7个工作日', '7 working days'. */
export function limitWords(amount: number, unit: LimitUnit, language: Language): string {
  if (language === 'zh') return `${amount}${units[unit].zh}`
  return `${amount} ${units[unit].en}${amount === 1 ? '' : 's'}`
}

/** '周二', 'Tue'. */
export const weekdayWord = (day: Day, language: Language): string =>
  language === 'zh' ? `周${weekdays.zh[weekdayOf(day)]}` : weekdays.en[weekdayOf(day)]!

/** '9月29日（周二）', 'Tue 29 Sep'; with the year where asked. */
export function dateWords(date: string, language: Language, withYear = false): string {
  const day = dayOf(date)
  if (language === 'en') return `${weekdayWord(day, 'en')} ${plainDate(date, 'en')}${withYear ? ` ${yearOf(day)}` : ''}`
  return `${withYear ? `${yearOf(day)}年` : ''}${plainDate(date, 'zh')}（${weekdayWord(day, 'zh')}）`
}

/** '9月29日', '29 Sep'. */
export function plainDate(date: string, language: Language): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'zh' ? `${month}月${day}日` : `${day} ${months[month - 1]}`
}

/** '9月25日至27日', '25–27 Sep'; one day alone is that day. */
export function rangeWords(from: string, to: string, language: Language): string {
  if (from === to) return plainDate(from, language)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (language === 'zh')
    return `${plainDate(from, 'zh')}至${sameMonth ? `${Number(to.slice(8))}日` : plainDate(to, 'zh')}`
  return `${sameMonth ? Number(from.slice(8)) : plainDate(from, 'en')}–${plainDate(to, 'en')}`
}
