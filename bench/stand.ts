import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openStaffLogin } from '#kernel/identity'
import { systemClock } from '#platform/clock'
import { loadConfig } from '#platform/config'
import { asRole } from '#platform/config-databases'
import { Database } from '#platform/database'
import { makeLog } from '#platform/log'
import { migrate } from '#platform/migrate'
import { startPostgres } from '#platform/postgres-launcher'
import { findPostmaster } from '#platform/postgres-launcher-pid'
import { freePort } from '#platform/postgres-launcher-spawn'
import { type Cast, type CastStaff, plantCast } from '../test/cast.ts'
import { giveAccounts, PASSWORD, userNameOf } from '../test/log-in.ts'
import { type Reading, readCpu } from './cpu.ts'

/** A database that keeps its promises (fsync on) and the real server beside it, for one measurement. */
export interface Stand {
  readonly cast: Cast
  readonly ownerUrl: string
  readonly url: string
  readonly server: () => ChildProcess
  urlAs(role: string): string
  /** Logs in. @returns the Cookie header */
  logIn(person: CastStaff): Promise<string>
  cpu(): Reading
  startServer(): Promise<void>
  /** kill -9, and gone when it resolves. */
  killServer(): Promise<void>
  /** kill -9 of the postmaster alone: its children find out for themselves. */
  killDatabase(): Promise<void>
  /** On the same port, recovering from its log; resolves when the server answers again. */
  startDatabase(): Promise<void>
  stop(): Promise<void>
}

const SERVER = path.resolve(import.meta.dirname, '../test/server-process.ts')

/** Sets the stand up: an empty district with the cast of the tests. `quiet` lets the server's complaints go unread. */
export async function openStand(
  people: CastStaff[],
  settings: NodeJS.ProcessEnv = {},
  { quiet = false } = {},
): Promise<Stand> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lianxin-bench-'))
  let postgres = await startPostgres({ dataDir, log: () => {} })
  const { ownerUrl } = postgres
  await migrate({ ownerUrl, log: () => {} })
  const cast = await plantCast(ownerUrl)
  const port = await freePort()
  const env = {
    LIANXIN_DATA: dataDir,
    LIANXIN_DEMO: 'false',
    LOG_LEVEL: 'error',
    MIGRATION_DATABASE_URL: ownerUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    ...settings,
  }
  const url = `http://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const startServer = async () => {
    server = spawn(process.execPath, [SERVER], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
    })
    await ready(url, server)
  }
  const stop = async () => {
    server?.kill('SIGKILL')
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await giveEveryoneAccounts(env, cast, people)
    await startServer()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    cast,
    ownerUrl,
    url,
    server: () => server!,
    urlAs: (role) => asRole(ownerUrl, role),
    logIn: (person) => logInOver(url, userNameOf(person)),
    cpu: () => readCpu(server!.pid!, findPostmaster(path.join(dataDir, 'database'))!.pid),
    startServer,
    async killServer() {
      const gone = once(server!, 'exit')
      server!.kill('SIGKILL')
      await gone
    },
    async killDatabase() {
      process.kill(findPostmaster(path.join(dataDir, 'database'))!.pid, 'SIGKILL')
    },
    async startDatabase() {
      postgres = await startPostgres({ dataDir, port: Number(new URL(ownerUrl).port), log: () => {} })
      await ready(url, server!)
    },
    stop,
  }
}

async function giveEveryoneAccounts(env: NodeJS.ProcessEnv, cast: Cast, people: CastStaff[]): Promise<void> {
  const config = loadConfig(env)
  const database = new Database(config.databases!.urls, 2)
  const secret = config.secrets.sessionSecret
  const login = openStaffLogin({
    database,
    clock: systemClock,
    log: makeLog('error'),
    publicUrl: config.publicUrl,
    secret,
  })
  await giveAccounts(login, cast, ...people)
  await database.close()
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    const answered = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await sleep(100)
  }
  throw new Error('the server did not become ready')
}

async function logInOver(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`log-in was refused: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Runs a query as the owner. */
export async function asOwner<T extends pg.QueryResultRow>(
  ownerUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return await client
    .query<T>(text, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}
