import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closedLoad, openLoad, percentile } from './load.ts'

test('a percentile is one of the values: the smallest that enough of them do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([], 0.99)).toBe(0)
})

test('a closed load never has more calls at work than callers', async () => {
  let atWork = 0
  let most = 0
  await closedLoad(3, 0.1, async () => {
    most = Math.max(most, ++atWork)
    await sleep(5)
    atWork--
  })
  expect(most).toBe(3)
})

test('an open load sends at its rate though nothing is answered, and a late answer counts from when it was due', async () => {
  const stalled = openLoad(100, 0.2, async (index) => {
    await sleep(index === 0 ? 300 : 0)
  })
  const { p99, failed } = await stalled
  expect(p99).toBeGreaterThanOrEqual(295)
  expect(failed).toBe(0)
})

test('failed calls are counted and leave no time behind', async () => {
  const { failed, p99 } = await openLoad(100, 0.1, () => Promise.reject(new Error('no')))
  expect(failed).toBe(10)
  expect(p99).toBe(0)
})
