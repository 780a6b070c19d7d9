import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BackupOptions, Manifest } from './backup.ts'
import { type Entry, readEntries } from './backup-archive.ts'
import { copiedTables, type Sequence } from './backup-catalog.ts'
import { decrypt } from './backup-cipher.ts'
import { migrate } from './migrate.ts'
import { connectOwner } from './migrate-connection.ts'
import { StartError } from './start-error.ts'

type RestoreOptions = Omit<BackupOptions, 'clock'> & { log: (line: string) => void }
type Target = RestoreOptions & { client: pg.Client }

/**
 * Fills an empty database and the files directory from a backup, then migrates the rest of the way to this code. All
 * rows come or none do.
 * @throws StartError where the database is not empty, or the backup is damaged, of another key, or newer than the code
 */
export async function restore(options: RestoreOptions): Promise<void> {
  const { ownerUrl, file, backupKey, log } = options
  const client = await connectOwner(ownerUrl)
  try {
    await refuseFilled(client)
    const open = (source: AsyncIterable<Buffer>) => decrypt(source, backupKey)
    const fill = (source: AsyncIterable<Buffer>) => fillFrom(readEntries(source), { ...options, client })
    await pipeline(createReadStream(file), open, createGunzip(), fill)
  } finally {
    await client.end()
  }
  await migrate({ ownerUrl, log })
}

/** A database that was only migrated is empty: its rules come from the backup again. */
async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query("select to_regclass('public.district') is not null as migrated")
  if (!found[0].migrated) return
  const { rowCount } = await client.query('select from district limit 1')
  if (rowCount === 0) return
  throw new StartError(
    'The database already holds a district: restore into an empty one (another LIANXIN_DATA or DATABASE_URL).',
  )
}

async function fillFrom(entries: AsyncIterable<Entry>, target: Target): Promise<void> {
  for await (const { head, body } of entries) {
    if (head.kind === 'manifest') await prepare((await json(body)) as Manifest, target)
    if (head.kind === 'table') {
      await pipeline(body, target.client.query(copyFrom(`copy ${head.name} (${head.columns}) from stdin`)))
    }
    if (head.kind === 'sequences') await finishRows((await json(body)) as Sequence[], target)
    if (head.kind === 'file') await writeFile(path.join(target.filesDir, head.name), body)
  }
  // Only now is it certain that nothing was cut off.
  await target.client.query('commit')
  await target.client.query('analyze')
}

/** Brings the schema to the backup's state and opens the one transaction that all rows come in. */
async function prepare(manifest: Manifest, { client, ownerUrl, log }: Target): Promise<void> {
  log(`Restoring the state of ${manifest.madeAt}`)
  await refuseNewerSchema(client, manifest)
  await migrate({ ownerUrl, until: manifest.migrations, log })
  await client.query('begin')
  await client.query('set local session_replication_role = replica').catch(() => {
    throw new StartError(
      'The database login may not load rows as they are: run "grant set on parameter session_replication_role" to it as administrator.',
    )
  })
  for (const { name, parent, bounds, secured } of manifest.partitions) {
    const { rows } = await client.query('select to_regclass($1) is not null as present', [name])
    if (rows[0].present) continue
    await client.query(`create table ${name} partition of ${parent} ${bounds}`)
    if (secured) await client.query(`alter table ${name} enable row level security`)
  }
  const tables = await copiedTables(client)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
}

async function refuseNewerSchema(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const { rows: found } = await client.query("select to_regclass('public.schema_migration') is not null as migrated")
  if (!found[0].migrated) return
  const names = migrations.map(({ name }) => name)
  const { rowCount } = await client.query('select from schema_migration where name <> all($1)', [names])
  if (rowCount === 0) return
  throw new StartError('The backup is of an older version than this database: restore into one that was never started.')
}

async function finishRows(sequences: Sequence[], { client }: Target): Promise<void> {
  for (const { name, value } of sequences) await client.query('select setval($1, $2)', [name, value])
  // Transaction ids begin anew in another database, positions in the evidence may not.
  await client.query(`insert into log_era (position_offset) select max(top) from (
    select max(position_offset) as top from log_era union all select max(position) from event
    union all select max(upto_position) from seal union all select max(position) from event_cursor) t`)
}

async function writeFile(file: string, body: AsyncIterable<Buffer>): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true })
  await pipeline(body, createWriteStream(file))
}
