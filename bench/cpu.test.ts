import { expect, test } from 'vitest'
import { cpuPer, readCpu, readStat } from './cpu.ts'

test('a line of the kernel is read though the program’s name looks like two', () => {
  const line = '4711 (postgres: a) b) S 42 4711 4711 0 -1 4194560 100 0 0 0 250 50 7 7 20 0 1 0 1 1 1'
  expect(readStat(line)).toEqual({ pid: 4711, parent: 42, used: 3000 })
})

test('what was used counts between two readings, of processes that began meanwhile from their beginning', () => {
  const client = new Map([[1, 100]])
  const from = {
    server: new Map([[2, 40]]),
    database: new Map([
      [3, 500],
      [4, 90],
    ]),
    client,
  }
  const to = {
    server: new Map([[2, 60]]),
    database: new Map([
      [3, 520],
      [5, 20],
    ]),
    client: new Map([[1, 110]]),
  }
  expect(cpuPer(10, from, to)).toEqual({ server: 2, database: 4, client: 1 })
})

test.runIf(process.platform === 'linux')('work done shows', () => {
  const before = readCpu(process.pid, process.ppid)
  for (const end = performance.now() + 200; performance.now() < end; ) Math.sqrt(performance.now())
  const { client, server, database } = cpuPer(1, before, readCpu(process.pid, process.ppid))
  expect(client).toBeGreaterThan(10)
  expect(server).toBeGreaterThan(0)
  expect(database).toBeGreaterThanOrEqual(server)
})
