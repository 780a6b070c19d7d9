import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDERS = ['src', 'bin', 'demo', 'bench', 'test']

/** The unit test files that work with a database. */
export function databaseTests(): string[] {
  return FOLDERS.flatMap(filesOf).filter((file) => {
    const isUnit = /\.test\.tsx?$/.test(file) && !file.startsWith(path.join('test', 'journeys'))
    return isUnit && readFileSync(path.join(ROOT, file), 'utf8').includes('testDatabase(')
  })
}

function filesOf(folder: string): string[] {
  try {
    const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    return names.map((name) => path.join(folder, name)).sort()
  } catch {
    return []
  }
}
