/** The one source of the present. Domain code is given a clock and never asks the machine or the database. */
export interface Clock {
  /** The present instant. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until told to move: for tests and for the demo's past. */
export interface SettableClock extends Clock {
  set(instant: Date | string): void
  advance(milliseconds: number): void
}

export function settableClock(start: Date | string): SettableClock {
  let present = new Date(start)
  return {
    now: () => new Date(present),
    set: (instant) => {
      present = new Date(instant)
    },
    advance: (milliseconds) => {
      present = new Date(present.getTime() + milliseconds)
    },
  }
}

/** The calendar date of an instant in a time zone, as 'YYYY-MM-DD'. */
export function dateOf(instant: Date, timeZone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
}
