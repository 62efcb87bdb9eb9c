import { describe, expect, it } from 'vitest'
import { type TestReport, tallyOf } from './tally.ts'

const report = (passed: number, failed: number, testResults: TestReport['testResults'] = []): TestReport => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
})

describe('tallyOf', () => {
  it.each([
    { case: 'a good run', run: report(3, 0), endedWell: true, passed: 3, failed: 0 },
    { case: 'a failed test', run: report(2, 1), endedWell: false, passed: 2, failed: 1 },
    { case: 'no test at all', run: report(0, 0), endedWell: true, passed: 0, failed: 1 },
    { case: 'an error outside every test', run: report(3, 0), endedWell: false, passed: 3, failed: 1 },
    { case: 'a runner that broke down', run: null, endedWell: false, passed: 0, failed: 1 },
    {
      case: 'a file that does not load',
      run: report(3, 0, [{ status: 'failed', assertionResults: [] }]),
      endedWell: false,
      passed: 3,
      failed: 1,
    },
  ])('counts $case as $passed passed, $failed failed', ({ run, endedWell, passed, failed }) => {
    expect(tallyOf(run, endedWell)).toEqual({ passed, failed, skipped: 0 })
  })
})
