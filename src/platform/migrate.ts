import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { connectOwner } from './migrate-connection.ts'
import { takeRoles } from './migrate-roles.ts'
import { StartError } from './start-error.ts'

export type Migration = { name: string; text: string; checksum: string }
type MigrateOptions = {
  ownerUrl: string
  dir?: string
  /** Only these, for rows that were written under an older schema; unless given, all. */
  until?: Pick<Migration, 'name' | 'checksum'>[]
  log: (line: string) => void
}

const DIRECTORY = path.resolve(import.meta.dirname, '../../migrations')
const LOCK = 96770001

/**
 * Brings the database up to the code: every file of `dir` that it has not seen, in the order of their names, each in its
 * own transaction. Processes that start together wait for one another.
 * @returns the names that were applied
 * @throws StartError where the database is unreachable, newer than the code, or was migrated with another text
 */
export async function migrate({ ownerUrl, dir = DIRECTORY, until, log }: MigrateOptions): Promise<string[]> {
  const migrations = chosen(readMigrations(dir), until)
  const client = await connectOwner(ownerUrl)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const pending = await pendingOf(client, migrations)
    for (const migration of pending) {
      await apply(client, migration)
      log(`Migrated ${migration.name}`)
    }
    await takeRoles(client)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The files NNNN-name.sql of a directory in order, with the SHA-256 of their text. */
export function readMigrations(dir = DIRECTORY): Migration[] {
  const names = readdirSync(dir).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const text = readFileSync(path.join(dir, name), 'utf8')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

function chosen(migrations: Migration[], until: MigrateOptions['until']): Migration[] {
  if (!until) return migrations
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum } of until) refuseMismatch(name, checksum, known.get(name), 'backup')
  return migrations.filter(({ name }) => until.some((wanted) => wanted.name === name))
}

async function pendingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`create table if not exists schema_migration
    (name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp())`)
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum } of rows) refuseMismatch(name, checksum, known.get(name))
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

function refuseMismatch(name: string, applied: string, known: string | undefined, what = 'database'): void {
  if (known === undefined) {
    throw new StartError(`The ${what} is newer than this code (it has ${name}): start the newer code.`)
  }
  if (known === applied) return
  throw new StartError(`${name} was changed after the ${what} had applied it: restore the file, add a new one instead.`)
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new StartError(`Migration ${name} failed and was undone: ${describe(error as pg.DatabaseError, text)}`)
  }
}

function describe(error: pg.DatabaseError, text: string): string {
  const line = error.position ? ` (line ${text.slice(0, Number(error.position)).split('\n').length})` : ''
  return `${error.message}${line}`
}
