const WRITTEN =
  /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})[ T](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?$/

// The first public telephone of a city's government opened in 1983: an earlier date is a slip of the pen.
const EARLIEST = 1980

/**
 * A time as written in the district's own zone, in the one form 'YYYY-MM-DD HH:MM:SS'; null where no calendar has that
 * day or no clock that time.
 */
export function localTime(written: string): string | null {
  const parts = WRITTEN.exec(written.trim())?.groups
  if (!parts) return null
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((part) =>
    Number(parts[part] ?? 0),
  ) as [number, number, number, number, number, number]
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isReal =
    instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return isReal && year >= EARLIEST ? instant.toISOString().slice(0, 19).replace('T', ' ') : null
}

/** An instant as a clock on the wall of the zone shows it, in the same form. */
export const wallTime = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
