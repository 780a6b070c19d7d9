import { dateOf } from '#platform/clock'
import type { Language } from '#platform/http'
import { dayOf } from './days.ts'
import { startOf } from './derivation.ts'
import type { LimitClock } from './limit-clock.ts'
import { type Remaining, remaining } from './remaining.ts'
import { limitWords, plainDate, weekdayWord } from './words.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** '周二 17:30 前 · 还有 2 个工作日', 'by Tue 17:30 · 2 working days left'; in the time zone of the limit. */
export function dueWords(clock: LimitClock, now: Date, calendar: WorkCalendar, language: Language): string {
  const left = remainingWords(remaining(clock, now, calendar), language)
  if (clock.state === 'paused') return left
  const time = momentWords(clock, now, language)
  return `${language === 'zh' ? `${time} 前` : `by ${time}`} · ${left}`
}

/** '还有 2 个工作日', '已超时 3 小时', '已暂停 · 还有 2 个工作日'; '2 working days left', '3 hours overdue'. */
export function remainingWords(left: Remaining, language: Language): string {
  const amount = amountWords(left, language)
  if (language === 'zh') {
    return `${left.paused ? '已暂停 · ' : ''}${left.overdue ? '已超时' : '还有'} ${amount}`
  }
  return `${left.paused ? 'paused · ' : ''}${amount} ${left.overdue ? 'overdue' : 'left'}`
}

function amountWords({ workingDays, days, hours, workingHours }: Remaining, language: Language): string {
  if (workingDays !== undefined) return spaced(limitWords(workingDays, 'WD', language))
  if (days !== undefined) return daysWords(days, language)
  return timeWords(Math.floor((hours ?? workingHours ?? 0) * 60 + 1e-6), workingHours !== undefined, language)
}

const DAY = 24 * 60

const daysWords = (days: number, language: Language) =>
  spaced(language === 'zh' ? `${days}天` : `${days} day${days === 1 ? '' : 's'}`)

/** Below two hours minutes matter, below two days full hours, above full days. A remainder never reads longer than it is. */
function timeWords(minutes: number, working: boolean, language: Language): string {
  if (minutes < 120)
    return spaced(language === 'zh' ? `${minutes}分钟` : `${minutes} minute${minutes === 1 ? '' : 's'}`)
  if (minutes >= 2 * DAY && !working) return daysWords(Math.floor(minutes / DAY), language)
  return spaced(limitWords(Math.floor(minutes / 60), working ? 'WH' : 'H', language))
}

const spaced = (words: string) => words.replace(/^(\d+)(?=[^\d\s])/, '$1 ')

/** The weekday within a week, the date beyond; 24:00 is said on the day that it ends. */
function momentWords(clock: LimitClock, now: Date, language: Language): string {
  const said = clock.derivation.findLast((step) => step.step === 'due')!
  const today = dayOf(dateOf(now, startOf(clock.derivation).timeZone))
  const ahead = dayOf(said.date) - today
  if (ahead === 0) return `${language === 'zh' ? '今天' : 'today'} ${said.time}`
  if (ahead > 0 && ahead < 7) return `${weekdayWord(dayOf(said.date), language)} ${said.time}`
  return `${plainDate(said.date, language)} ${said.time}`
}
