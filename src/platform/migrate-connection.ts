import pg from 'pg'
import { StartError } from './start-error.ts'

const OLDEST = 15

/** A single connection as the owner of the database. @throws StartError where it cannot be had or the server is too old */
export async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  // A lost connection rejects the next query; unheard here it would end the process.
  client.on('error', () => {})
  await client.connect().catch((error) => {
    throw new StartError(`The database ${withoutPassword(ownerUrl)} cannot be reached: ${reason(error)}.`)
  })
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major")
  if (rows[0].major >= OLDEST) return client
  await client.end()
  throw new StartError(`The database server is PostgreSQL ${rows[0].major}: ${OLDEST} or newer is needed.`)
}

/** @throws StartError where the database was never migrated, and so holds nothing of ours */
export async function requireSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select to_regclass('public.schema_migration') is not null as migrated")
  if (!rows[0].migrated) throw new StartError('The database is empty: there is nothing in it yet.')
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '(the address is not a URL)'
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

function reason(error: Error & { code?: string }): string {
  return (error.message || error.code || 'no answer').replace(/\.$/, '')
}
