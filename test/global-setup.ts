import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../src/platform/postgres-launcher.ts'
import { StartError } from '../src/platform/start-error.ts'
import { ensureLogins } from './database-logins.ts'
import { ensureTemplate } from './database-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, the migrated template on it, and the password of the separate logins where they are used. */
    database: { adminUrl: string; template: string; run: string; loginPassword?: string; failure?: string }
  }
}

/** One real PostgreSQL for the whole run: Debian's through TEST_DATABASE_URL, else an embedded one without fsync. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const database = { adminUrl: server.ownerUrl, template: '', run: String(process.pid) }
  try {
    const template = await ensureTemplate(server.ownerUrl)
    const loginPassword = process.env.TEST_DATABASE_LOGINS ? await ensureLogins(server.ownerUrl) : undefined
    project.provide('database', { ...database, template, loginPassword })
  } catch (error) {
    // Tests without a database still run; those with one fail with this sentence.
    project.provide('database', { ...database, failure: (error as Error).message })
  }
  return server.stop
}

async function testServer(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { ownerUrl: given, stop: async () => {} }
  const options = { dataDir: testDirectory(), durable: false, log: console.log }
  return startPostgres(options).catch((error) => {
    if (!(error instanceof StartError)) throw error
    // Without fsync a crash of the machine may have ruined it; nothing in it is worth keeping.
    rmSync(options.dataDir, { recursive: true, force: true })
    return startPostgres(options)
  })
}

/** Kept between runs for speed. As root PostgreSQL runs as another user, who may not enter the checkout. */
function testDirectory(): string {
  const root = path.resolve(import.meta.dirname, '..')
  if (process.getuid?.() !== 0) return path.join(root, '.tmp', 'postgres')
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 8)
  return path.join(tmpdir(), `lianxin-test-${mark}`)
}
