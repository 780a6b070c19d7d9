import { type Day, weekdayOf } from './days.ts'

/** A stretch of work within a day in minutes since midnight: 08:30–12:00 is [510, 720]; 1440 is 24:00. */
export type Span = readonly [from: number, to: number]

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type HoursKey = (typeof weekdays)[number] | 'workday' | 'restday'

/**
 * When a unit works. 'workday' is every working day, make-up days included; 'fri' and its like replace it on that day of a
 * plain week; 'restday' is duty on days off, and in it a shift from 00:00 to 24:00 makes a unit that never closes.
 */
export type Hours = Readonly<Partial<Record<HoursKey, readonly Span[]>>>

/** As the table and the browser hold it: `{"workday": [["08:30", "12:00"], ["13:30", "17:30"]]}`. */
export type HoursText = Partial<Record<HoursKey, readonly (readonly [string, string])[]>>

/** @throws RangeError naming what is wrong: an unknown day, a time that is none, spans out of order */
export function readHours(text: HoursText): Hours {
  const entries = Object.entries(text).map(([key, spans]) => {
    if (key !== 'workday' && key !== 'restday' && !weekdays.some((name) => name === key)) throw new RangeError(key)
    return [key, readSpans(spans)]
  })
  return Object.fromEntries(entries)
}

function readSpans(spans: readonly (readonly [string, string])[]): Span[] {
  let earliest = 0
  return spans.map(([from, to]) => {
    const span: Span = [readMinute(from), readMinute(to)]
    if (span[0] < earliest || span[1] <= span[0]) throw new RangeError(`${from}–${to}`)
    earliest = span[1]
    return span
  })
}

function readMinute(time: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (!(minute <= 1440) || Number(minutes) > 59) throw new RangeError(time)
  return minute
}

/** The key of a day in a plain week. */
export const weekdayKey = (day: Day): HoursKey => weekdays[weekdayOf(day)]!
