import { readdirSync, readFileSync } from 'node:fs'

/** Processor time in milliseconds; other work on the same cores does not count, as it does for the clock on the wall. */
export interface Cpu {
  readonly server: number
  readonly database: number
  readonly client: number
}

/** What each process had used at one moment. */
export interface Reading {
  readonly server: ReadonlyMap<number, number>
  readonly database: ReadonlyMap<number, number>
  readonly client: ReadonlyMap<number, number>
}

// Linux counts in hundredths of a second, whatever the machine.
const TICK = 10

/** Reads the books of the server, of the postmaster with all its children, and of this process. */
export function readCpu(serverPid: number, postmasterPid: number): Reading {
  const { user, system } = process.cpuUsage()
  const all = processes()
  const usedBy = (mine: (stat: Stat) => boolean) => new Map(all.filter(mine).map(({ pid, used }) => [pid, used]))
  return {
    server: usedBy(({ pid }) => pid === serverPid),
    database: usedBy(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid),
    client: new Map([[process.pid, (user + system) / 1000]]),
  }
}

/** What was used between two readings, by each of so many requests. What a process used that ended meanwhile is not known. */
export function cpuPer(requests: number, from: Reading, to: Reading): Cpu {
  const each = (part: keyof Reading) => {
    const used = [...to[part]].map(([pid, sum]) => sum - (from[part].get(pid) ?? 0))
    return Math.round((used.reduce((sum, one) => sum + one, 0) / Math.max(1, requests)) * 1000) / 1000
  }
  return { server: each('server'), database: each('database'), client: each('client') }
}

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly used: number
}

const processes = (): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])

function statOf(pid: number): Stat | undefined {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined // it has ended meanwhile
  }
}

/** A line of /proc/N/stat. The name of the program may hold blanks and brackets. */
export function readStat(line: string): Stat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return { pid: Number.parseInt(line, 10), parent: Number(fields[1]), used: ticks * TICK }
}
