import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('a log-in is told by its machine and its browser', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'
  expect(deviceOf(edge)).toBe('Windows · Edge')
  expect(deviceOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/18.0 Safari/605.1')).toBe('macOS · Safari')
  expect(deviceOf('Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36')).toBe('Android · Chrome')
})

test('a machine that says nothing is not guessed', () => {
  expect(deviceOf(null)).toBeNull()
  expect(deviceOf('curl/8.0')).toBeNull()
})
