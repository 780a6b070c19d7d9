import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.ts'

/**
 * The secret `name` of the directory: read if it is there, else made now (`bytes` random bytes as base64url, file mode
 * 0600, directory mode 0700). Two processes that start together get the same secret.
 * @throws StartError where the directory cannot be written
 */
export function fileSecret(directory: string, name: string, bytes = 32): string {
  const file = path.join(directory, name)
  return readSecret(file) ?? makeSecret(file, bytes)
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartError(`The secret ${file} cannot be read: run as the user who owns it.`)
  }
}

function makeSecret(file: string, bytes: number): string {
  const draft = `${file}.${process.pid}.new`
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${randomBytes(bytes).toString('base64url')}\n`, { mode: 0o600, flush: true })
    claim(draft, file)
  } catch (error) {
    throw new StartError(`The secret ${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

/** A link appears whole or not at all, and never replaces the secret of a process that was quicker. */
function claim(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
