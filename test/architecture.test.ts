import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

const ORDER =
  'events settings identity calendar people places files notifications search cases registers figures'.split(' ')
const DOORS = Object.entries<string>(JSON.parse(readFileSync('package.json', 'utf8')).imports)
const FILES = globSync('{src,bin,demo,bench}/**/*.{ts,tsx,mjs}').filter(
  (file) => !/\.test\.|fixture-|\.d\.ts$/.test(file),
)
const IMPORTS = FILES.flatMap((from) => importsOf(from).map((to) => ({ from, to })))

/** What a file imports, types and lazy imports too: paths from the root for our own files, names for packages. */
function importsOf(from: string): string[] {
  const { module } = parseSync(from, readFileSync(from, 'utf8'))
  const named = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)]
  const text = readFileSync(from, 'utf8')
  const lazy = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1))
  return [...named.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []), ...lazy].map((to) => resolve(from, to))
}

function resolve(from: string, to: string): string {
  if (to.startsWith('.')) return path.join(path.dirname(from), to)
  for (const [door, target] of DOORS) {
    const [before = '', after] = door.split('*')
    if (after === undefined ? to === door : to.startsWith(before))
      return path.normalize(target.replace('*', to.slice(before.length)))
  }
  return to
}

/** The part of the house that a file belongs to: 'platform', 'kernel/cases', 'modules/hotline', 'web/desk' … */
const partOf = (file: string) => /^src\/(platform|(?:kernel|modules|web)\/[^/]+)/.exec(file)?.[1] ?? ''
const isContract = (file: string) =>
  /^src\/((kernel|modules)\/[^/]+\/contract[^/]*|platform\/(contract|import-report))\.ts$/.test(file)
const isDoor = (file: string) => /^src\/(kernel|modules)\/[^/]+\/(index|contract|events)\.ts$/.test(file)

function allows(from: string, to: string): boolean {
  const [here, there] = [partOf(from), partOf(to)]
  if (/^(antd|@ant-design)\b/.test(to)) return here === 'web/desk'
  if (there === '' || (here === there && !isContract(from))) return true
  const [level, part = ''] = here.split('/')
  const [target, other = ''] = there.split('/')
  if (isContract(from)) return isContract(to)
  if (level === 'platform') return false
  if (level === 'web') return there === 'web/kit' || isContract(to)
  if (target === 'platform') return true
  // The server writes the portal's pages itself, and knows them by their types; the built ones run.
  if (target === 'web') return /\/portal-[^/]*$/.test(from) && /^src\/web\/portal\/(pages\.ts|server\.tsx)$/.test(to)
  if (level === 'kernel') return target === 'kernel' && isDoor(to) && ORDER.indexOf(other) < ORDER.indexOf(part)
  if (level === 'modules' && target === 'modules') return /\/(contract|events)\.ts$/.test(to)
  return isDoor(to)
}

test('every import keeps the direction of the house', () => {
  expect(FILES.length).toBeGreaterThan(400)
  expect(IMPORTS.filter(({ to }) => to.startsWith('src/') && !existsSync(to))).toEqual([])
  expect(IMPORTS.filter(({ from, to }) => !allows(from, to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test.each([
  ['src/kernel/calendar/days.ts', 'src/kernel/cases/index.ts'],
  ['src/kernel/cases/act.ts', 'src/modules/hotline/index.ts'],
  ['src/kernel/cases/act.ts', 'src/kernel/identity/actors.ts'],
  ['src/platform/http.ts', 'src/kernel/identity/index.ts'],
  ['src/modules/complaints/index.ts', 'src/modules/hotline/index.ts'],
  ['src/web/desk/main.tsx', 'src/kernel/identity/index.ts'],
  ['src/web/desk/main.tsx', 'src/web/portal/pages.ts'],
  ['src/web/field/main.tsx', 'antd'],
  ['src/kernel/cases/contract.ts', 'src/kernel/cases/act.ts'],
])('%s may not import %s', (from, to) => expect(allows(from, to)).toBe(false))
