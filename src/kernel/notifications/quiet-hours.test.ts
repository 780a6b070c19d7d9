import { expect, test } from 'vitest'
import { endOfQuiet } from './quiet-hours.ts'

const night = { from: '20:00', to: '08:00' }
const noon = { from: '12:00', to: '13:30' }
const zone = 'Asia/Shanghai'

test.each([
  [night, '2026-03-02T19:59:59+08:00', '2026-03-02T19:59:59+08:00'],
  [night, '2026-03-02T20:00:00+08:00', '2026-03-03T08:00:00+08:00'],
  [night, '2026-03-03T00:00:00+08:00', '2026-03-03T08:00:00+08:00'],
  [night, '2026-03-03T07:59:59+08:00', '2026-03-03T08:00:00+08:00'],
  [night, '2026-03-03T08:00:00+08:00', '2026-03-03T08:00:00+08:00'],
  [noon, '2026-03-02T12:10:30+08:00', '2026-03-02T13:30:00+08:00'],
  [noon, '2026-03-02T13:30:00+08:00', '2026-03-02T13:30:00+08:00'],
  [noon, '2026-03-02T21:00:00+08:00', '2026-03-02T21:00:00+08:00'],
])('quiet %j: what happens at %s may wake at %s', (hours, instant, expected) => {
  expect(endOfQuiet(hours, new Date(instant), zone)).toEqual(new Date(expected))
})

test('the hours are those of the district, wherever the machine stands', () => {
  const instant = new Date('2026-03-02T13:00:00Z')
  expect(endOfQuiet(night, instant, 'Asia/Shanghai')).toEqual(new Date('2026-03-03T00:00:00Z'))
  expect(endOfQuiet(night, instant, 'Europe/London')).toEqual(instant)
})
