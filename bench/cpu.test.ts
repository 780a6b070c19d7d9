import { expect, test } from 'vitest'
import { cpuNow, cpuPer, readStat } from './cpu.ts'

test('a line of the kernel is read though the program’s name looks like two', () => {
  const line = '4711 (postgres: a) b) S 42 4711 4711 0 -1 4194560 100 0 0 0 250 50 7 7 20 0 1 0 1 1 1'
  expect(readStat(line)).toEqual({ pid: 4711, parent: 42, used: 3000 })
})

test.runIf(process.platform === 'linux')('work done shows, sleep does not', () => {
  const before = cpuNow(process.pid, 0)
  for (const end = performance.now() + 200; performance.now() < end; ) Math.sqrt(performance.now())
  const used = cpuPer(1, before, cpuNow(process.pid, 0))
  expect(used.client).toBeGreaterThan(10)
  expect(used.server).toBeGreaterThanOrEqual(0)
  expect(cpuPer(4, { server: 0, database: 0, client: 0 }, { server: 8, database: 4, client: 2 })).toEqual({
    server: 2,
    database: 1,
    client: 0.5,
  })
})
