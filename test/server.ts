import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../src/platform/postgres-launcher-spawn.ts'
import type { TestDatabase } from './database.ts'

/** A running system. A person may be on any of `urls`: with TEST_TWO_PROCESSES there are two, else twice the same. */
export type TestServer = { urls: [string, string]; dataDir: string; stop(): Promise<void> }

const PROCESS = path.join(import.meta.dirname, 'server-process.ts')
const PATIENCE_MS = 120_000

/** Starts the real server as its own process, or as two that share a database: one for the web, one for everything. */
export async function startTestServer(database: TestDatabase, settings: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lianxin-server-'))
  const env = {
    ...process.env,
    TZ: 'UTC',
    LIANXIN_DATA: dataDir,
    LIANXIN_DEMO: 'false',
    ...urlsOf(database),
    ...settings,
  }
  const kinds = process.env.TEST_TWO_PROCESSES ? ['all', 'web'] : ['all']
  const processes: { url: string; child: ChildProcess }[] = []
  const stop = async () => {
    await Promise.all(processes.map(({ child }) => end(child)))
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    // One after the other, as the first makes the secrets that the second reads.
    for (const kind of kinds) processes.push(await startProcess({ ...env, LIANXIN_PROCESS: kind }))
  } catch (error) {
    await stop()
    throw error
  }
  return { urls: [processes[0]!.url, processes.at(-1)!.url], dataDir, stop }
}

function urlsOf({ ownerUrl, urls }: TestDatabase): NodeJS.ProcessEnv {
  return {
    MIGRATION_DATABASE_URL: ownerUrl,
    STAFF_DATABASE_URL: urls.staff,
    PORTAL_DATABASE_URL: urls.portal,
    WORKER_DATABASE_URL: urls.worker,
    AUTH_DATABASE_URL: urls.auth,
    FIGURE_DATABASE_URL: urls.figures,
  }
}

async function startProcess(env: NodeJS.ProcessEnv): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [PROCESS], {
    env: { ...env, PORT: String(port), PUBLIC_URL: url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  for (const began = performance.now(); !(await isReady(url)); await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`the server ended with exit code ${child.exitCode}`)
    if (performance.now() - began > PATIENCE_MS) throw new Error('the server does not become ready')
  }
  return { url, child }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
