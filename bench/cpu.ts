import { readdirSync, readFileSync } from 'node:fs'

/** Processor time in milliseconds; other work on the same cores does not count, as it does for the clock on the wall. */
export interface Cpu {
  readonly server: number
  readonly database: number
  readonly client: number
}

// Linux counts in hundredths of a second, whatever the machine.
const TICK = 10

/** What the three have used so far: the server, the postmaster with all its children, and this process. */
export function cpuNow(serverPid: number, postmasterPid: number): Cpu {
  const { user, system } = process.cpuUsage()
  const family = processes().filter(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid)
  return {
    server: statOf(serverPid)?.used ?? 0,
    database: family.reduce((sum, { used }) => sum + used, 0),
    client: (user + system) / 1000,
  }
}

/** What was used between two readings, by each of so many requests. */
export function cpuPer(requests: number, from: Cpu, to: Cpu): Cpu {
  const each = (used: number) => Math.round((used / Math.max(1, requests)) * 1000) / 1000
  return {
    server: each(to.server - from.server),
    database: each(to.database - from.database),
    client: each(to.client - from.client),
  }
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
