import { createHash } from 'node:crypto'
import type pg from 'pg'
import { migrate, readMigrations } from '../src/platform/migrate.ts'
import { connectOwner } from '../src/platform/migrate-connection.ts'

const LOCK = 96770002
// Another run of an edited checkout may still copy from its own template.
const KEPT = 3

/** A database with all migrations applied, ready to copy; made only when the migrations changed. @returns its name */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const template = templateName()
  const admin = await connectOwner(adminUrl)
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK])
    await dropLeftovers(admin)
    if (!(await exists(admin, template))) await make(admin, adminUrl, template)
    return template
  } finally {
    await admin.end()
  }
}

/** The address of another database on the same server. */
export function onDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

function templateName(): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`)
  return `template_${hash.digest('hex').slice(0, 16)}`
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function make(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  const draft = `${template}_draft`
  await admin.query(`drop database if exists ${draft} with (force)`)
  await admin.query(`create database ${draft} encoding 'UTF8' template template0`)
  await migrate({ ownerUrl: onDatabase(adminUrl, draft), log: () => {} })
  await admin.query(`alter database ${draft} rename to ${template}`)
}

/** Databases of runs that were killed, and all but the newest templates. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; run: string | null; age: number }>(`
    select datname as name, substring(datname from '^test_(\\d+)_') as run,
      row_number() over (partition by starts_with(datname, 'template_') order by oid desc)::int as age
    from pg_database where datname ~ '^(test|template)_[0-9a-f]{2,}'`)
  for (const { name, run, age } of rows) {
    const useless = run === null ? age > KEPT : !isRunning(Number(run))
    if (useless) await admin.query(`drop database if exists ${name}`).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
