import pg from 'pg'
import type { Postmaster } from './postgres-launcher-pid.ts'
import { StartError } from './start-error.ts'

/** One process's hold on the server: a connection with a shared lock that falls with the process, even by kill -9. */
export type Lease = {
  client: pg.Client
  pid: number
  port: number
  /** Gives the hold back; true when no other process has one, and then none can get one any more. */
  isLast(): Promise<boolean>
  end(): Promise<void>
}

const HOLD = 9677
const WRONG_PASSWORD = '28P01'

/** @returns undefined where the server is just going down. @throws StartError where the password no longer fits */
export async function takeLease(server: Postmaster, password: string): Promise<Lease | undefined> {
  const { pid, port } = server
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
  // The error is met where the lease is used next; unheard it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [HOLD])
    return { client, pid, port, isLast: () => isLast(client), end: () => client.end() }
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return undefined
    throw new StartError('The secrets directory does not belong to this database: restore the one it was made with.')
  }
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [HOLD])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [HOLD])
    return rows[0].last
  } catch {
    return false
  }
}

/** The owner of the schema is no superuser, so that what works here works on a database administrator's server too. */
export async function prepareOwner(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query(
    `select exists (select from pg_roles where rolname = 'lianxin') as owner,
            exists (select from pg_database where datname = 'lianxin') as database`,
  )
  if (rows[0].owner && rows[0].database) return
  await client.query('select pg_advisory_lock($1, 1)', [HOLD])
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'lianxin') then
      create role lianxin login createrole createdb password ${pg.escapeLiteral(password)};
      grant set on parameter session_replication_role to lianxin;
    end if;
  end $$`)
  await client.query('create database lianxin owner lianxin').catch(ignoreDuplicate)
  await client.query('select pg_advisory_unlock($1, 1)', [HOLD])
}

function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== '42P04') throw error
}
