import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '#platform/start-error'

/** The path of a file that can be imported. @throws StartError saying in one sentence what else it is */
export function requireImportFile(given: string | undefined): string {
  if (!given) throw new StartError('Say which file: npm run import -- FILE.jsonl, one JSON object a line.')
  const file = path.resolve(given)
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`)
  const kind = statSync(file)
  if (kind.isDirectory()) throw new StartError(`${file} is a directory: name a file of one JSON object a line.`)
  if (!kind.isFile()) throw new StartError(`${file} is no ordinary file.`)
  if (kind.size === 0) throw new StartError(`${file} is empty: there is nothing to import.`)
  if (!isReadable(file)) throw new StartError(`${file} cannot be read: run as a user who may.`)
  return file
}

/** Where refused rows are written. @throws StartError where that would overwrite the file to import */
export function requireOtherFile(given: string, imported: string): string {
  const file = path.resolve(given)
  if (existsSync(file) && realpathSync(file) === realpathSync(imported))
    throw new StartError(`${file} is the file to import: write the refused rows to another one.`)
  return file
}

/** What ids of a file are told from others' by: its name without folder and ending. */
export const sourceOf = (file: string): string => path.parse(file).name

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
