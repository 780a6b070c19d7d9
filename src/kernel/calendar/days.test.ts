import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, dateText, dayOf, isWeekend, weekdayOf, yearOf } from './days.ts'
import { instantOf, localTime } from './zone.ts'

test('dates are numbered without gaps, before 1970 too', () => {
  expect([dayOf('1970-01-01'), dayOf('1969-12-31'), dateText(-1)]).toEqual([0, -1, '1969-12-31'])
  expect([weekdayOf(dayOf('1969-12-28')), weekdayOf(dayOf('2026-11-23')), isWeekend(dayOf('2026-11-22'))]).toEqual([
    0,
    1,
    true,
  ])
  expect(yearOf(dayOf('2027-01-01'))).toBe(2027)
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-02-01T00:00'])('"%s" is no date', (text) => {
  expect(() => dayOf(text)).toThrow(RangeError)
})

test('a month later is the same day or the last', () => {
  const later = (date: string, months: number) => dateText(addMonths(dayOf(date), months))
  expect(later('2026-01-31', 1)).toBe('2026-02-28')
  expect(later('2024-01-31', 1)).toBe('2024-02-29')
  expect(later('2026-12-15', 1)).toBe('2027-01-15')
  expect(later('2026-03-31', 13)).toBe('2027-04-30')
})

test('local time and instants are each other’s inverse, in zones that change their clocks and that do not', () => {
  const minutes = fc.integer({ min: 25_000_000, max: 31_000_000 })
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'UTC')
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const { day, millisecond } = localTime(minute * 60_000, zone)
      const back = instantOf(day, millisecond / 60_000, zone)
      // The hour that is lived twice in autumn may come back as its other self.
      expect([0, 3_600_000]).toContain(Math.abs(back - minute * 60_000))
      if (zone !== 'America/New_York') expect(back).toBe(minute * 60_000)
    }),
  )
})

test('Shanghai is eight hours ahead', () => {
  expect(new Date(instantOf(dayOf('2026-11-23'), 510, 'Asia/Shanghai')).toISOString()).toBe('2026-11-23T00:30:00.000Z')
})
