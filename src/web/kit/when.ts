import { currentLanguage, type Language } from './language.ts'

/** The district's clock on the wall; a browser elsewhere shows the same hours. */
export const districtZone = 'Asia/Shanghai'

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly time: string
  /** Days since 1970-01-01 on the district's calendar. */
  readonly dayNumber: number
}

const reader = new Intl.DateTimeFormat('en-GB', {
  timeZone: districtZone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(instant: string | Date): Parts {
  const found = Object.fromEntries(reader.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)]
  const midnight = Date.UTC(year, month - 1, day)
  return {
    year,
    month,
    day,
    weekday: new Date(midnight).getUTCDay(),
    time: `${found.hour}:${found.minute}`,
    dayNumber: midnight / 86_400_000,
  }
}

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const near: Record<Language, Readonly<Record<number, string>>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

function date({ year, month, day }: Parts, now: Parts, language: Language): string {
  if (language === 'zh') return `${year === now.year ? '' : `${year}年`}${month}月${day}日`
  return `${day} ${months[month - 1]}${year === now.year ? '' : ` ${year}`}`
}

function dayInWords(at: Parts, now: Parts, language: Language): string {
  const distance = at.dayNumber - now.dayNumber
  const known = near[language][distance]
  if (known) return known
  const weekday = weekdays[language][at.weekday]!
  if (distance > 0 && distance < 7) return weekday
  const day = date(at, now, language)
  if (Math.abs(distance) >= 30) return day
  return language === 'zh' ? `${day} ${weekday}` : `${weekday} ${day}`
}

/** An instant as one says it today: 今天 17:00 · 周二 17:00 · 9月29日 周二 17:00 · 2027年1月5日 17:00. */
export function momentInWords(instant: string, language: Language = currentLanguage(), now: Date = new Date()): string {
  const at = partsOf(instant)
  return `${dayInWords(at, partsOf(now), language)} ${at.time}`
}

/** The same instant in full, for a title or a printed page: 2026年9月29日 周二 17:00. */
export function exactMoment(instant: string, language: Language = currentLanguage()): string {
  const at = partsOf(instant)
  const day = date(at, { ...at, year: 0 }, language)
  return language === 'zh'
    ? `${day} ${weekdays.zh[at.weekday]} ${at.time}`
    : `${weekdays.en[at.weekday]} ${day}, ${at.time}`
}

// A limit that ends at midnight is said on the day that it ends.
function endOf(at: Parts, instant: string): Parts {
  if (at.time !== '00:00') return at
  return { ...partsOf(new Date(new Date(instant).getTime() - 1)), time: '24:00' }
}

/** A deadline with what the server says is left: 周二 17:00 前 · 还有 2 个工作日. */
export function dueInWords(
  due: string,
  remaining: string | null,
  language: Language = currentLanguage(),
  now: Date = new Date(),
): string {
  const at = endOf(partsOf(due), due)
  const moment = `${dayInWords(at, partsOf(now), language)} ${at.time}`
  const limit = language === 'zh' ? `${moment} 前` : `by ${moment}`
  return remaining ? `${limit} · ${remaining}` : limit
}

/** The calendar date 'YYYY-MM-DD' of an instant in the district. */
export function districtDate(instant: string | Date): string {
  const { year, month, day } = partsOf(instant)
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** A size a person can compare: 820 KB, 3.4 MB. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
