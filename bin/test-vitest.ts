import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Count, countReport, type VitestReport } from './test-count.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Runs one Vitest project, or only these files of it, and counts its tests. */
export function runVitest(project: 'unit' | 'journeys', files: string[] = [], env: NodeJS.ProcessEnv = {}): Count {
  const report = path.join(ROOT, '.tmp', `vitest-${project}-${process.pid}.json`)
  mkdirSync(path.dirname(report), { recursive: true })
  const options = ['run', '--project', project, '--reporter=default', '--reporter=json']
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, ...options, `--outputFile.json=${report}`, ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const count = countReport(read(report), run.status ?? 1)
  rmSync(report, { force: true })
  return count
}

function read(report: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}
