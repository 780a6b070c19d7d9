import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RECENT_MS, Recent } from './recent.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

function counted() {
  let asked = 0
  return { ask: async () => ++asked, times: () => asked }
}

test('many who ask at once share one question, and its answer for two seconds', async () => {
  const recent = new Recent<number>()
  const { ask, times } = counted()
  expect(await Promise.all([1, 2, 3].map(() => recent.get('a', ask)))).toEqual([1, 1, 1])
  vi.advanceTimersByTime(RECENT_MS - 1)
  expect(await recent.get('a', ask)).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await recent.get('a', ask)).toBe(2)
  expect(times()).toBe(2)
})

test('the two seconds count from the question: a slow answer is not fresher for it', async () => {
  const recent = new Recent<number>()
  const { ask } = counted()
  const slow = recent.get('a', async () => {
    vi.advanceTimersByTime(RECENT_MS)
    return await ask()
  })
  expect(await slow).toBe(1)
  expect(await recent.get('a', ask)).toBe(2)
})

test('a failure is not remembered', async () => {
  const recent = new Recent<number>()
  await expect(recent.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await recent.get('a', async () => 5)).toBe(5)
})

test('it keeps the ten thousand asked for last and forgets the rest', async () => {
  const recent = new Recent<number>()
  for (let key = 0; key <= 10_000; key++) await recent.get(String(key), async () => key)
  expect(await recent.get('1', async () => -1)).toBe(1)
  expect(await recent.get('0', async () => -1)).toBe(-1)
})
