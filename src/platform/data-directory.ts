import { accessSync, chmodSync, constants, mkdirSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.ts'

// PostgreSQL stops in the middle of its work where the disk fills up; refusing to start is kinder.
const LEAST_FREE_MEGABYTES = 200

/**
 * Makes the data directory and gives back its absolute path. Root lets others pass through it, since
 * PostgreSQL runs as another user then; what is secret in it is closed by itself.
 * @throws StartError where it cannot be written or the disk is full
 */
export function openDataDirectory(directory: string): string {
  const absolute = path.resolve(directory)
  try {
    mkdirSync(absolute, { recursive: true })
    if (process.getuid?.() === 0) chmodSync(absolute, statSync(absolute).mode | 0o011)
    accessSync(absolute, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(`The directory ${absolute} cannot be written (${code}): set LIANXIN_DATA to another one.`)
  }
  refuseFullDisk(absolute)
  return absolute
}

function refuseFullDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory)
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  if (megabytes >= LEAST_FREE_MEGABYTES) return
  throw new StartError(
    `The disk of ${directory} has ${megabytes} MB free: at least ${LEAST_FREE_MEGABYTES} MB are needed.`,
  )
}
