/** How a run of checks or tests ended. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** What this module reads of vitest's JSON report. */
export type TestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

export function total(tallies: readonly Tally[]): Tally {
  return {
    passed: sum(tallies.map((tally) => tally.passed)),
    failed: sum(tallies.map((tally) => tally.failed)),
    skipped: sum(tallies.map((tally) => tally.skipped)),
  }
}

/**
 * The tally of a test run. A file that could not even be read counts as one failure, and so does a run that broke down,
 * that ended badly for a reason no test shows, or that found no test: silence is not success.
 *
 * @param report vitest's JSON report, null when none was written
 * @param endedWell whether the test runner itself ended with exit code 0
 */
export function tallyOf(report: TestReport | null, endedWell: boolean): Tally {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }

  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unread
  const silent = report.numPassedTests + failed === 0 || (failed === 0 && !endedWell)
  return {
    passed: report.numPassedTests,
    failed: failed + (silent ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((sofar, number) => sofar + number, 0)
}
