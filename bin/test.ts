import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fail } from './progress.ts'
import { runScript } from './run-script.ts'
import { BROWSER_ADVICE, findBrowser } from './test-browser.ts'
import { type Count, FAILED, PASSED, sum } from './test-count.ts'
import { databaseTests } from './test-database-files.ts'
import { startDebianPostgres } from './test-debian-postgres.ts'
import { runVitest } from './test-vitest.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

const counts = await everything().catch(fail)
const { passed, failed } = sum(counts)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function everything(): Promise<Count[]> {
  const browser = findBrowser()
  return [
    timed('types', () => tool('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')),
    timed('format and lint', () => tool('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.')),
    timed('unused code', () => tool('node_modules/knip/bin/knip.js', '--no-progress')),
    await buildWeb(),
    timed('units', () => runVitest('unit')),
    browser ? timed('journeys', () => runVitest('journeys', [], { CHROMIUM: browser })) : advise(BROWSER_ADVICE),
    ...(process.env.CI ? [await onDebian(browser)] : []),
  ]
}

async function buildWeb(): Promise<Count> {
  const code = await runScript('build-web.ts')
  return code === 0 ? PASSED : FAILED
}

/** The same database tests and one journey, as a city runs it: PostgreSQL 15, a login per pool, two processes. */
async function onDebian(browser: string | undefined): Promise<Count> {
  const server = await startDebianPostgres()
  if (!server) return advise('The second run needs PostgreSQL 15: install the package postgresql-15.')
  const env = { TEST_DATABASE_URL: server.ownerUrl, TEST_DATABASE_LOGINS: '1', TEST_TWO_PROCESSES: '1' }
  try {
    const units = timed('units on PostgreSQL 15', () => runVitest('unit', databaseTests(), env))
    if (!browser) return units
    const journey = { ...env, CHROMIUM: browser }
    return sum([units, timed('a journey on PostgreSQL 15', () => runVitest('journeys', ['three-levels'], journey))])
  } finally {
    await server.stop()
  }
}

function tool(script: string, ...options: string[]): Count {
  const run = spawnSync(process.execPath, [path.join(ROOT, script), ...options], { cwd: ROOT, stdio: 'inherit' })
  return run.status === 0 ? PASSED : FAILED
}

function timed(label: string, check: () => Count): Count {
  const began = performance.now()
  console.log(`\n── ${label}`)
  const count = check()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${label}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  )
  return count
}

function advise(sentence: string): Count {
  console.log(`✗ ${sentence}`)
  return FAILED
}
