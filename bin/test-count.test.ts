import { expect, test } from 'vitest'
import { countReport, sum, type VitestReport } from './test-count.ts'

const report = (numPassedTests: number, numFailedTests: number, ...files: [string, string[]][]): VitestReport => ({
  numPassedTests,
  numFailedTests,
  testResults: files.map(([status, tests]) => ({ status, assertionResults: tests.map((status) => ({ status })) })),
})

test('passed and failed tests are counted as Vitest counts them', () => {
  expect(countReport(report(3, 1, ['failed', ['passed', 'failed']], ['passed', ['passed', 'passed']]), 1)).toEqual({
    passed: 3,
    failed: 1,
  })
})

test('a file that cannot be loaded is a failure though no test in it failed', () => {
  expect(countReport(report(2, 0, ['failed', []], ['passed', ['passed', 'passed']]), 1)).toEqual({
    passed: 2,
    failed: 1,
  })
})

test('a run that ends badly is a failure though every test passed', () => {
  expect(countReport(report(2, 0, ['passed', ['passed', 'passed']]), 1)).toEqual({ passed: 2, failed: 1 })
})

test('a run without a report is a failure', () => {
  expect(countReport(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})

test('counts add up', () => {
  expect(
    sum([
      { passed: 2, failed: 1 },
      { passed: 3, failed: 0 },
    ]),
  ).toEqual({ passed: 5, failed: 1 })
})
