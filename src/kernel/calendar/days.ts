/** A calendar date as its number of days since 1970-01-01: the arithmetic needs no time zone and no Date. */
export type Day = number

const DAY = 86_400_000

/** @throws RangeError for text that is no date as 'YYYY-MM-DD' */
export function dayOf(date: string): Day {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(day) || dateText(day) !== date) {
    throw new RangeError(`${date} is not a calendar date`)
  }
  return day
}

/** The date as 'YYYY-MM-DD'. */
export const dateText = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10)

export const yearOf = (day: Day): number => new Date(day * DAY).getUTCFullYear()

/** 0 is Sunday, as in JavaScript. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7

export const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0

/** The same day of a later month, or that month's last day where it has no such day. @rule T1 */
export function addMonths(day: Day, months: number): Day {
  const from = new Date(day * DAY)
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first / DAY + Math.min(from.getUTCDate(), last) - 1
}
