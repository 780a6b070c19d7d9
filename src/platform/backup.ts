import { createReadStream, createWriteStream, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Entry, writeEntries } from './backup-archive.ts'
import { copiedTables, type Partition, partitions, sequences } from './backup-catalog.ts'
import { encrypt } from './backup-cipher.ts'
import type { Clock } from './clock.ts'
import { connectOwner, requireSchema } from './migrate-connection.ts'

/** What a backup says about itself; its migrations tell which schema its rows fit. */
export type Manifest = { madeAt: string; migrations: { name: string; checksum: string }[]; partitions: Partition[] }

export type BackupOptions = { ownerUrl: string; filesDir: string; backupKey: Buffer; file: string; clock: Clock }

/**
 * Writes all rows of one instant and all uploaded files into `file`, compressed and encrypted, while the system goes on
 * working. Keys and passwords are not in it. The file appears only when it is complete.
 */
export async function backup({ ownerUrl, filesDir, backupKey, file, clock }: BackupOptions): Promise<void> {
  const client = await connectOwner(ownerUrl)
  const draft = `${file}.new`
  try {
    await requireSchema(client)
    const entries = writeEntries(everything(client, filesDir, clock))
    const seal = (source: AsyncIterable<Buffer>) => encrypt(source, backupKey)
    const output = createWriteStream(draft, { mode: 0o600, flush: true })
    await pipeline(entries, createGzip({ level: 3 }), seal, output)
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
    await client.end()
  }
}

async function* everything(client: pg.Client, filesDir: string, clock: Clock): AsyncGenerator<Entry> {
  // Without row_security = off a policy could silently leave rows out; with it the backup fails instead.
  await client.query('set row_security = off')
  await client.query('begin isolation level repeatable read read only')
  yield { head: { kind: 'manifest' }, body: json(await manifest(client, clock)) }
  for (const { name, columns } of await copiedTables(client)) {
    const body = client.query(copyTo(`copy ${name} (${columns}) to stdout`))
    yield { head: { kind: 'table', name, columns }, body }
  }
  // Sequences stand outside of snapshots: read last, they are ahead of every copied row.
  yield { head: { kind: 'sequences' }, body: json(await sequences(client)) }
  await client.query('commit')
  yield* files(filesDir)
}

async function manifest(client: pg.Client, clock: Clock): Promise<Manifest> {
  const { rows: migrations } = await client.query('select name, checksum from schema_migration order by name')
  return { madeAt: clock.now().toISOString(), migrations, partitions: await partitions(client) }
}

/** Files are never changed once written, so they may be read after the rows that name them. */
async function* files(directory: string): AsyncGenerator<Entry> {
  for (const entry of listFiles(directory)) {
    yield { head: { kind: 'file', name: entry }, body: createReadStream(path.join(directory, entry)) }
  }
}

function listFiles(directory: string): string[] {
  try {
    const all = readdirSync(directory, { recursive: true, withFileTypes: true })
    const found = all.filter((entry) => entry.isFile())
    return found.map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name))).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function json(value: unknown): AsyncIterable<Buffer> {
  return Readable.from([Buffer.from(JSON.stringify(value))])
}
