/** How many checks held and how many did not. */
export type Count = { passed: number; failed: number }

export const PASSED: Count = { passed: 1, failed: 0 }
export const FAILED: Count = { passed: 0, failed: 1 }

/** What Vitest's JSON report says, as far as it is counted here. */
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * The tests of a report. A file that could not even be loaded counts as one failure, and so does a run that ended
 * badly though every test passed.
 */
export function countReport(report: VitestReport | undefined, exitCode: number): Count {
  if (!report) return FAILED
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + unloaded.length
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

export function sum(counts: Count[]): Count {
  return counts.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), {
    passed: 0,
    failed: 0,
  })
}
