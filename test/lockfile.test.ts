import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Package = { optionalDependencies?: Record<string, string>; integrity?: string; version?: string }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> }

/** Node's resolution: beside the package, then in each folder above. */
function isLocked(from: string, name: string): boolean {
  const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (here in packages) return true
  if (from === '') return false
  return isLocked(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
}

test('the lockfile holds the optional packages of every platform, or a clean install refuses it', () => {
  const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ from, name })),
  )
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter(({ from, name }) => !isLocked(from, name))).toEqual([])
})
