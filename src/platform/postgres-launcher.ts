import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDataDirectory } from './data-directory.ts'
import { postgresBinaries } from './postgres-launcher-binaries.ts'
import { initialise } from './postgres-launcher-init.ts'
import { type Lease, prepareOwner, takeLease } from './postgres-launcher-lease.ts'
import { findPostmaster, isAlive } from './postgres-launcher-pid.ts'
import { type Attempt, attemptStart, type ServerPlace } from './postgres-launcher-spawn.ts'
import { postgresUser, requireReach } from './postgres-launcher-user.ts'
import { fileSecret } from './secrets.ts'
import { StartError } from './start-error.ts'

export type LauncherOptions = {
  /** Holds the cluster, the copied binaries, the server's log and the secrets. Made if it is missing. */
  dataDir: string
  /** TCP port on 127.0.0.1; any free one unless given. A server that is already running keeps its port. */
  port?: number
  log: (line: string) => void
  /** false turns fsync off. For tests only: a power cut then ruins the data. */
  durable?: boolean
}

/** `ownerUrl` logs in as `lianxin`, who owns the database of that name and may create roles and databases. */
export type RunningPostgres = { ownerUrl: string; stop(): Promise<void> }

const RECOVERY_MINUTES = 10

/**
 * A real PostgreSQL 18 on 127.0.0.1 with a password, starting it or adopting the one that a killed process left behind.
 * `stop` ends the server cleanly unless another process still uses it.
 * @throws StartError where it cannot run, with one sentence that says why
 */
export async function startPostgres(options: LauncherOptions): Promise<RunningPostgres> {
  const place = preparePlace(options)
  const lease = await leaseOfReadyServer(place, options)
  const password = fileSecret(path.join(options.dataDir, 'secrets'), 'database-owner')
  await prepareOwner(lease.client, password)
  const url = `postgres://lianxin:${password}@127.0.0.1:${lease.port}/lianxin`
  return { ownerUrl: url, stop: () => stopServer(lease, options.log) }
}

function preparePlace({ dataDir, durable = true }: LauncherOptions): ServerPlace {
  const directory = openDataDirectory(dataDir)
  const cluster = path.join(directory, 'database')
  const user = postgresUser(cluster)
  const binaries = postgresBinaries(directory)
  requireReach(directory, user)
  const password = fileSecret(path.join(directory, 'secrets'), 'database-superuser')
  initialise({ binaries, cluster, user, password, durable })
  return { binaries, cluster, user, durable, logFile: path.join(directory, 'postgres.log') }
}

async function leaseOfReadyServer(place: ServerPlace, options: LauncherOptions): Promise<Lease> {
  const password = fileSecret(path.join(options.dataDir, 'secrets'), 'database-superuser')
  const deadline = Date.now() + RECOVERY_MINUTES * 60_000
  let attempt: Attempt | undefined
  while (Date.now() < deadline) {
    const server = findPostmaster(place.cluster)
    const lease = server?.status === 'ready' ? await takeLease(server, password) : undefined
    if (lease) return lease
    if (!server && !attempt?.running()) attempt = await attemptStart(place, options.port, attempt)
    await sleep(20)
  }
  throw new StartError(`PostgreSQL did not become ready within ${RECOVERY_MINUTES} minutes: see ${place.logFile}.`)
}

async function stopServer(lease: Lease, log: (line: string) => void): Promise<void> {
  if (!(await lease.isLast())) return lease.end()
  // SIGINT is PostgreSQL's fast shutdown: it rolls back what is open, writes a checkpoint and leaves.
  process.kill(lease.pid, 'SIGINT')
  await lease.end()
  for (let waited = 0; isAlive(lease.pid) && waited < 60_000; waited += 20) await sleep(20)
  if (isAlive(lease.pid)) log('PostgreSQL is still shutting down.')
}
