import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const APPS = ['desk', 'field', 'portal'] as const

export type WebApp = (typeof APPS)[number]
type Stamp = { files: string[]; hash: string }

/** The web applications whose sources are not those of their last build. */
export function staleApps(): WebApp[] {
  return APPS.filter((app) => existsSync(configOf(app)) && !isFresh(app))
}

export function configOf(app: WebApp): string {
  return path.join(ROOT, 'src/web', app, 'vite.config.ts')
}

export function removeStamp(app: WebApp): void {
  rmSync(stampOf(app), { force: true })
}

/** Remembers what an application was built from: these modules, all web folders, and the locked dependencies. */
export function writeStamp(app: WebApp, modules: Iterable<string>): void {
  const inside = [...modules].map((id) => path.relative(ROOT, id.split('?')[0] ?? id))
  const files = inside.filter((file) => file.startsWith(`src${path.sep}`)).sort()
  mkdirSync(path.dirname(stampOf(app)), { recursive: true })
  writeFileSync(stampOf(app), JSON.stringify({ files, hash: hashOf([...files, ...webFiles()]) } satisfies Stamp))
}

function stampOf(app: WebApp): string {
  return path.join(ROOT, 'dist', `${app}.stamp.json`)
}

function isFresh(app: WebApp): boolean {
  if (!existsSync(stampOf(app))) return false
  const { files, hash } = JSON.parse(readFileSync(stampOf(app), 'utf8')) as Stamp
  return hashOf([...files, ...webFiles()]) === hash
}

/** A new page counts before anything imports it. */
function webFiles(): string[] {
  const all = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const web = all.filter((file) => file.split(path.sep).includes('web') && /\.\w+$/.test(file))
  const used = web.filter((file) => !/\.test\.\w+$/.test(file)).sort()
  return [...used.map((file) => path.join('src', file)), 'package-lock.json']
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    const full = path.join(ROOT, file)
    hash.update(`${file}\n`).update(existsSync(full) ? readFileSync(full) : '')
  }
  return hash.digest('hex')
}
