import { afterAll, inject } from 'vitest'
import type { DatabaseUrls } from '../src/platform/database.ts'
import { connectOwner } from '../src/platform/migrate-connection.ts'
import { loginOf, POOL_ROLES } from './database-logins.ts'
import { onDatabase } from './database-template.ts'

/** A migrated, empty database of one test file. `ownerUrl` bypasses row-level security, `urls` never do. */
export type TestDatabase = { name: string; ownerUrl: string; urls: DatabaseUrls }

let made = 0

/**
 * Copies the template; the copy is dropped when the file's tests have ended. Call it once at the top of the file, or in a
 * hook for a database per test; `empty` leaves the migrations out.
 */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { adminUrl, template, run, failure } = inject('database')
  if (failure && !empty) throw new Error(failure)
  const name = `test_${run}_${process.pid}_${made++}_${Math.trunc(performance.timeOrigin)}`
  await asAdmin(adminUrl, `create database ${name} template ${empty ? 'template0' : template}`)
  // The server's own vacuum may be at work there and is not ours to end: the next run drops what stays.
  afterAll(() => asAdmin(adminUrl, `drop database if exists ${name} with (force)`).catch(() => {}))
  const ownerUrl = onDatabase(adminUrl, name)
  return { name, ownerUrl, urls: roleUrls(ownerUrl) }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = await connectOwner(adminUrl)
  await admin.query(statement).finally(() => admin.end())
}

function roleUrls(ownerUrl: string): DatabaseUrls {
  const entries = Object.entries(POOL_ROLES).map(([pool, role]) => [pool, roleUrl(ownerUrl, role)])
  return Object.fromEntries(entries)
}

function roleUrl(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl)
  const { loginPassword } = inject('database')
  if (loginPassword) return Object.assign(url, { username: loginOf(role), password: loginPassword }).href
  url.searchParams.set('options', `-c role=${role}`)
  return url.href
}
