import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SETTINGS } from '../src/platform/config-settings.ts'

test.each(['README.md', 'README.zh-CN.md'])('%s lists the settings that there are, in their order', (file) => {
  const rows = [...readFileSync(file, 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)]
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(SETTINGS))
})

test('README gives each setting the default and the meaning that the code has', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const [name, [fallback, meaning]] of Object.entries(SETTINGS)) {
    expect(readme).toContain(`| \`${name}\` | ${fallback || 'none'} | ${meaning} |`)
  }
})
