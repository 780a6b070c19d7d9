import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresUser } from './postgres-launcher-user.ts'
import { StartError } from './start-error.ts'

export type ServerPlace = { binaries: string; cluster: string; user: PostgresUser; durable: boolean; logFile: string }
export type Attempt = { count: number; running(): boolean }

// The backends of a killed postmaster need a moment to notice and free its shared memory.
const ATTEMPTS = 12
const PAUSE_MS = 500
const LOG_LIMIT = 10_000_000

/** Starts the server process, waiting a little between attempts. @throws StartError after the last one */
export async function attemptStart(place: ServerPlace, port: number | undefined, before?: Attempt): Promise<Attempt> {
  const count = (before?.count ?? 0) + 1
  if (count > ATTEMPTS) throw new StartError(`PostgreSQL does not start: ${lastComplaint(place.logFile)}`)
  if (before) await sleep(PAUSE_MS)
  removeStalePid(place.cluster)
  const running = spawnServer(place, port ?? (await freePort()))
  return { count, running }
}

/** The process is detached: Ctrl-C in the terminal must not stop the database before the server has finished with it. */
function spawnServer(place: ServerPlace, port: number): () => boolean {
  rotate(place.logFile)
  const output = openSync(place.logFile, 'a', 0o640)
  const options = settings(place, port).flatMap((setting) => ['-c', setting])
  const child = spawn(path.join(place.binaries, 'bin', 'postgres'), ['-D', place.cluster, ...options], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(output)
  let ended = false
  for (const event of ['exit', 'error']) child.once(event, () => (ended = true))
  child.unref()
  return () => !ended
}

function settings({ durable }: ServerPlace, port: number): string[] {
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'effective_cache_size=1GB',
    'work_mem=8MB',
    'maintenance_work_mem=128MB',
    'max_wal_size=2GB',
    'random_page_cost=1.1',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'password_encryption=scram-sha-256',
    `fsync=${durable ? 'on' : 'off'}`,
    `synchronous_commit=${durable ? 'on' : 'off'}`,
    `full_page_writes=${durable ? 'on' : 'off'}`,
  ]
}

/** An empty file belongs to a server that is writing it at this moment. */
function removeStalePid(cluster: string): void {
  const file = path.join(cluster, 'postmaster.pid')
  if (existsSync(file) && readFileSync(file, 'utf8').trim() !== '') rmSync(file, { force: true })
}

function rotate(logFile: string): void {
  const stat = statSync(logFile, { throwIfNoEntry: false })
  if (stat && stat.size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`)
}

function lastComplaint(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n') : []
  const fatal = lines.findLast((line) => line.includes('FATAL:')) ?? lines.at(-1) ?? ''
  return `${fatal.replace(/^.*FATAL:\s*/, '')} (${logFile})`
}

/** A TCP port of 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
