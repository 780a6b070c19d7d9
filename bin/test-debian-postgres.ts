import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../src/platform/postgres-launcher-spawn.ts'
import { postgresUser } from '../src/platform/postgres-launcher-user.ts'
import { installDebian } from './debian-package.ts'

const BINARIES = '/usr/lib/postgresql/15/bin'

/** Debian's PostgreSQL 15 with a throw-away cluster. The owner's login has no more rights than an administrator gives. */
export type DebianPostgres = { ownerUrl: string; stop(): Promise<void> }

/** @returns undefined where PostgreSQL 15 is not installed and may not be */
export async function startDebianPostgres(): Promise<DebianPostgres | undefined> {
  if (!existsSync(BINARIES)) installDebian('postgresql-15')
  if (!existsSync(BINARIES)) return undefined
  const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-postgres15-'))
  const user = postgresUser(directory)
  if (user.uid !== undefined && user.gid !== undefined) chownSync(directory, user.uid, user.gid)
  const options = { ...user, cwd: '/', stdio: 'ignore', env: { LC_ALL: 'C', TZ: 'UTC' } } as const
  const initdb = ['-D', directory, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  spawnSync(path.join(BINARIES, 'initdb'), initdb, options)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const more = ['synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'jit=off']
  const flags = [...settings, ...more].flatMap((setting) => ['-c', setting])
  const server = spawn(path.join(BINARIES, 'postgres'), ['-D', directory, ...flags], options)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await makeOwner(port)
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
  return { ownerUrl: `postgres://site@127.0.0.1:${port}/site`, stop }
}

async function makeOwner(port: number): Promise<void> {
  const client = await connectSoon(`postgres://postgres@127.0.0.1:${port}/postgres`)
  await client.query('create role site login createdb createrole')
  await client.query('grant set on parameter session_replication_role to site')
  await client.query('create database site owner site')
  await client.end()
}

async function connectSoon(url: string, attempts = 100): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    if (attempts === 0) throw error
    await sleep(100)
    return connectSoon(url, attempts - 1)
  }
}
