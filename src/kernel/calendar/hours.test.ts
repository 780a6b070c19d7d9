import { expect, test } from 'vitest'
import { dayOf } from './days.ts'
import { fixtureCalendar } from './fixture-calendar.ts'
import { type HoursText, readHours } from './hours.ts'
import { closingMinute, spansOn } from './work-calendar.ts'

test('hours are read as minutes of the day', () => {
  expect(
    readHours({
      workday: [
        ['08:30', '12:00'],
        ['13:30', '24:00'],
      ],
    }),
  ).toEqual({
    workday: [
      [510, 720],
      [810, 1440],
    ],
  })
})

test.each([
  [{ workday: [['8:30', '12:00']] }, '8:30'],
  [{ workday: [['12:00', '08:30']] }, '12:00–08:30'],
  [
    {
      workday: [
        ['08:30', '12:00'],
        ['11:00', '17:30'],
      ],
    },
    '11:00–17:30',
  ],
  [{ workday: [['08:30', '24:30']] }, '24:30'],
  [{ workday: [['08:60', '12:00']] }, '08:60'],
  [{ freitag: [['08:30', '12:00']] }, 'freitag'],
])('%j is refused, naming the part', (hours, part) => {
  expect(() => readHours(hours as unknown as HoursText)).toThrow(part)
})

test('a day has the hours of its kind: a plain day its own, a make-up day the normal shift, a holiday the duty', () => {
  const calendar = fixtureCalendar({
    workday: [['08:30', '17:30']],
    fri: [['08:30', '12:00']],
    sat: [['09:00', '11:00']],
    restday: [['10:00', '10:30']],
  })
  const closing = (date: string) => closingMinute(calendar, dayOf(date)) / 60
  expect(closing('2026-11-23')).toBe(17.5)
  expect(closing('2026-11-27')).toBe(12)
  expect(closing('2026-11-28')).toBe(11)
  expect(closing('2026-11-29')).toBe(10.5)
  expect(closing('2026-09-20')).toBe(17.5)
  expect(closing('2026-09-25')).toBe(10.5)
})

test('an office without duty is closed on days off', () => {
  expect(spansOn(fixtureCalendar(), dayOf('2026-10-01'))).toEqual([])
})
