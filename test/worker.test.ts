import { afterAll, expect, test, vi } from 'vitest'
import { startServer } from '../src/main.ts'
import { testDatabase } from './database.ts'
import { openHouse, sql } from './hotline-house.ts'
import { testConfig } from './web-house.ts'

const base = await testDatabase()
const house = await openHouse({ test: base, now: new Date().toISOString() })
const { units, does, files, rows } = house
afterAll(() => house.close())

test('the worker seals the evidence and tells the unit of its case, without anybody asking', async () => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit: units.housing })
  // Another test file's transaction on this server may hold the log for a moment.
  await vi.waitFor(async () => {
    const [log] = await rows(sql<{ settled: boolean }>`select log_horizon() > max(position) as settled from event`)
    expect(log!.settled).toBe(true)
  }, 15_000)
  const worker = await startServer(testConfig(base, { LIANXIN_PROCESS: 'worker' }))
  try {
    await vi.waitFor(
      async () => {
        const told = await rows(sql<{ staff_id: number }>`select staff_id from notification
          where case_id = ${id} and template = 'taskArrived' and channel = 'inApp'`)
        expect(told).toEqual([{ staff_id: house.staff.housingHandler }])
        const [seals] = await rows(sql<{ events: number }>`select coalesce(sum(events), 0)::int as events from seal`)
        expect(seals!.events).toBeGreaterThanOrEqual(2)
      },
      { timeout: 20_000, interval: 200 },
    )
  } finally {
    await worker.stop()
  }
})
