import type { Day } from './days.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

// Ten years of hours; a history import walks far.
const MOST_HOURS = 100_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

/** The local date and the milliseconds since its midnight. */
export interface LocalTime {
  readonly day: Day
  readonly millisecond: number
}

export function localTime(instant: number, timeZone: string): LocalTime {
  const local = instant + offsetAt(instant, timeZone)
  const day = Math.floor(local / DAY)
  return { day, millisecond: local - day * DAY }
}

export const localDay = (instant: number, timeZone: string): Day => localTime(instant, timeZone).day

/** The instant of a minute of a local day; minute 1440 is 24:00. A time that a change of clocks skips comes out after it. */
export function instantOf(day: Day, minute: number, timeZone: string): number {
  const local = day * DAY + minute * MINUTE
  const near = local - offsetAt(local, timeZone)
  return local - offsetAt(near, timeZone)
}

// Offsets change on the hour at the earliest, so one look-up serves an hour; Intl costs microseconds each time.
function offsetAt(instant: number, timeZone: string): number {
  const known = offsetsOf(timeZone)
  const hour = Math.floor(instant / HOUR)
  const offset = known.get(hour) ?? readOffset(hour * HOUR, timeZone)
  known.set(hour, offset)
  return offset
}

function offsetsOf(timeZone: string): Map<number, number> {
  const known = offsets.get(timeZone)
  if (known && known.size < MOST_HOURS) return known
  const fresh = new Map<number, number>()
  offsets.set(timeZone, fresh)
  return fresh
}

function readOffset(instant: number, timeZone: string): number {
  const text = formatOf(timeZone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours, minutes = '0'] = text.match(/([+-])(\d+):?(\d+)?/) ?? [null, '+', '0']
  return (Number(hours) * HOUR + Number(minutes) * MINUTE) * (sign === '-' ? -1 : 1)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}
