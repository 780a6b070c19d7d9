import type { Name } from '#kernel/identity'
import { type Day, dateText, dayOf, isWeekend, yearOf } from './days.ts'
import { refuseCalendar } from './refusals.ts'
import type { SpecialDay, YearNotice } from './work-calendar.ts'

export interface NoticeDay {
  /** 'YYYY-MM-DD' */
  readonly date: string
  readonly kind: 'rest' | 'work'
  readonly name: Name
}

/** A year's holiday arrangement as announced: the days off and the make-up working days. */
export interface Notice {
  readonly year: number
  /** The document: 国务院办公厅关于2027年部分节假日安排的通知. */
  readonly source: string
  readonly days: readonly NoticeDay[]
}

/**
 * The notice as the calendar takes it. `mustRest` are the days off ('10-01') that every year's notice contains.
 * @rule T4 @throws Refusal calendar.notice-* for a day of another year or given twice, a make-up day that works anyway, a
 * list that lacks a statutory day, or a missing source
 */
export function readNotice(notice: Notice, mustRest: readonly string[]): YearNotice {
  const { year, source } = notice
  if (source.trim() === '') throw refuseCalendar('calendar.notice-source')
  const days = new Map<Day, SpecialDay>()
  for (const { date, kind, name } of notice.days) {
    const day = readDay(date)
    if (days.has(day)) throw refuseCalendar('calendar.notice-twice', { date })
    refuseMisplaced(day, kind, year)
    days.set(day, { kind, name })
  }
  const missing = mustRest.map((date) => `${year}-${date}`).find((date) => !isOff(days, dayOf(date)))
  if (missing) throw refuseCalendar('calendar.notice-lacks', { date: missing, year })
  return { year, source: source.trim(), provisional: false, days }
}

// A statutory day on a weekend is off anyway, and some lists leave it out.
function isOff(days: ReadonlyMap<Day, SpecialDay>, day: Day): boolean {
  const kind = days.get(day)?.kind
  return kind === undefined ? isWeekend(day) : kind === 'rest'
}

function readDay(date: string): Day {
  try {
    return dayOf(date)
  } catch {
    throw refuseCalendar('calendar.notice-date', { date })
  }
}

function refuseMisplaced(day: Day, kind: NoticeDay['kind'], year: number): void {
  const date = dateText(day)
  const december = yearOf(day) === year - 1 && date.slice(5, 7) === '12'
  if (yearOf(day) !== year && !december) throw refuseCalendar('calendar.notice-year', { date, year })
  if (kind === 'work' && !isWeekend(day)) throw refuseCalendar('calendar.notice-workday', { date })
}
