import { ruleAt } from '#kernel/settings'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'

/** Local times of day, 'HH:MM'; `from` later than `to` reaches over midnight. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

const DAY = 24 * 60

/** When a member of staff may be woken at the earliest: now, or at the end of the quiet hours. @rule F9 */
export async function wakingTime(tx: Tx, now: Date, timeZone: string): Promise<Date> {
  const { value } = await ruleAt<QuietHours>(tx, 'field.quietHours', dateOf(now, timeZone))
  return endOfQuiet(value, now, timeZone)
}

/** The end of the quiet hours that the instant lies in, or the instant itself. */
export function endOfQuiet({ from, to }: QuietHours, instant: Date, timeZone: string): Date {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' }).format(instant)
  const [start, end, present] = [minutesOf(from), minutesOf(to), minutesOf(time)]
  const quiet = start <= end ? present >= start && present < end : present >= start || present < end
  if (!quiet) return instant
  const left = (end - present + DAY) % DAY
  return new Date(Math.floor(instant.getTime() / 60_000) * 60_000 + left * 60_000)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
