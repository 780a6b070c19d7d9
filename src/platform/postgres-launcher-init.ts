import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PostgresUser } from './postgres-launcher-user.ts'
import { StartError } from './start-error.ts'

type Cluster = { binaries: string; cluster: string; user: PostgresUser; password: string; durable: boolean }

const MAJOR = '18'

/**
 * Makes the cluster on the first start: UTF-8, C.UTF-8 order, UTC, passwords by SCRAM. It appears whole or not at all.
 * @throws StartError where initdb fails or the cluster belongs to another major version
 */
export function initialise(target: Cluster): void {
  const version = path.join(target.cluster, 'PG_VERSION')
  if (!existsSync(version)) create(target)
  const found = readFileSync(version, 'utf8').trim()
  if (found === MAJOR) return
  throw new StartError(
    `${target.cluster} was made by PostgreSQL ${found}, this is ${MAJOR}: restore a backup into an empty LIANXIN_DATA.`,
  )
}

function create(target: Cluster): void {
  const draft = `${target.cluster}.${process.pid}.new`
  const passwordFile = `${draft}.password`
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordFile, target.password, { mode: 0o600 })
    for (const file of [draft, passwordFile]) lend(file, target.user)
    runInitdb(target, draft, passwordFile)
    settle(draft, target.cluster)
  } finally {
    for (const file of [draft, passwordFile]) rmSync(file, { recursive: true, force: true })
  }
}

function lend(file: string, { uid, gid }: PostgresUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid)
}

function runInitdb({ binaries, user, durable }: Cluster, draft: string, passwordFile: string): void {
  const options = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const run = spawnSync(path.join(binaries, 'bin', 'initdb'), options, { ...user, env: environment, cwd: '/' })
  if (run.status === 0) return
  const reason = `${run.stderr ?? run.error?.message ?? ''}`.trim().split('\n').at(-1)
  throw new StartError(`PostgreSQL's initdb failed: ${reason}`)
}

/** Another process may have been quicker; its cluster is as good. */
function settle(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster)
  } catch (error) {
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error
  }
}
