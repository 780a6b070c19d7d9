import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartError } from './start-error.ts'

/** Who runs PostgreSQL; empty where we are not root and it runs as ourselves. */
export type PostgresUser = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root, so root lends it to an unprivileged user: the owner of the data that is already
 * there, else `lianxin`, `postgres`, a newly made `lianxin`, `nobody`.
 * @throws StartError where root finds none of them
 */
export function postgresUser(cluster: string): PostgresUser {
  if (process.getuid?.() !== 0) return {}
  const user =
    ownerOf(cluster) ?? named('lianxin') ?? named('postgres') ?? named('_postgres') ?? created() ?? named('nobody')
  if (!user) throw new StartError('PostgreSQL refuses to run as root: create a user named lianxin, then start again.')
  return user
}

/** @throws StartError where that user cannot enter the directory, as under a home that only root may enter */
export function requireReach(directory: string, user: PostgresUser): void {
  if (user.uid === undefined) return
  const probe = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', directory], { ...user, cwd: '/' })
  if (probe.status === 0) return
  throw new StartError(
    `User ${user.uid}, who runs PostgreSQL, cannot enter ${directory}: set LIANXIN_DATA to a directory outside a closed home.`,
  )
}

function ownerOf(directory: string): PostgresUser | undefined {
  const stat = statSync(directory, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

function named(name: string): PostgresUser | undefined {
  const read = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: read('-u'), gid: read('-g') }
  } catch {
    return undefined
  }
}

function created(): PostgresUser | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'lianxin'], { stdio: 'ignore' })
  return named('lianxin')
}
