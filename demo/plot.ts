import type { Random } from './random.ts'
import type { Script } from './script.ts'
import type { Past } from './work-days.ts'

/** A course that several cases take. */
export interface Plot {
  readonly name: string
  readonly count: number
  /** The state in which it leaves the case. */
  readonly leaves: string
  /** Whose topics fit. */
  readonly of: 'community' | 'office' | 'centre' | 'any'
  /** Nothing urgent: that would not be left lying for an hour. */
  readonly calm?: true
  /** Never an accusation: those are not published. */
  readonly publishable?: true
  readonly opens: (past: Past, random: Random) => Opening
  readonly tell?: (script: Script, day: number) => unknown
}

/** When a case comes in: `day` is how many working days before today, 0 for today. */
export interface Opening {
  readonly at: Date
  readonly day: number
}

/** Within the last hours: still fresh on whatever day and hour the demo is made. */
export const withinHours =
  (least: number, most: number) =>
  (past: Past, random: Random): Opening => ({ at: past.hoursAgo(least + random.next() * (most - least)), day: 0 })

/** In the morning or early afternoon of a working day before today. */
export const onDay =
  (least: number, most: number) =>
  (past: Past, random: Random): Opening => {
    const day = random.whole(least, most)
    return { at: past.back(day, timeOfDay(random)), day }
  }

function timeOfDay(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(random.pick([8, 9, 9, 10, 10, 11, 13, 14]))}:${two(random.whole(30, 59))}`
}
