import type { BrokenSample } from './broken-sample.ts'

export const brokenProgrammes: readonly BrokenSample[] = [
  {
    broken: 'thresholds out of order',
    file: 'programmes/sample/programme.yaml',
    from: 'slightlyBehind: 0.8',
    to: 'slightlyBehind: 1.2',
    lines: [
      'programmes/sample/programme.yaml:9  状态阈值应满足 onSchedule（1）大于 slightlyBehind（1.2），且都大于 0。',
    ],
  },
  {
    broken: 'a completeness above one',
    file: 'programmes/sample/programme.yaml',
    from: 'completeness: 1',
    to: 'completeness: 1.1',
    lines: ['programmes/sample/programme.yaml:8  “completeness”为 1.1，应大于 0 且不大于 1。'],
  },
  {
    broken: 'a last due date before the document',
    file: 'programmes/sample/programme.yaml',
    from: 'lastDueOn: 2022-12-31',
    to: 'lastDueOn: 2019-12-31',
    lines: [
      'programmes/sample/programme.yaml:6  “lastDueOn”2019-12-31 早于印发日期 2020-03-20。',
      'programmes/sample/targets.yaml:15  截止日期 2020-12-31 晚于文件的“lastDueOn”2019-12-31。',
      'programmes/sample/targets.yaml:31  截止日期 2020-12-31 晚于文件的“lastDueOn”2019-12-31。',
      'programmes/sample/targets.yaml:45  截止日期 2020-12-31 晚于文件的“lastDueOn”2019-12-31。',
    ],
  },
  {
    broken: 'an alternative that is the reading itself',
    file: 'programmes/sample/ambiguities.yaml',
    from: '  decidedOn: 2020-03-20',
    to: `  decidedOn: 2020-03-20
  alternatives:
    - id: same
      reading: { zh: 以年初为基期, en: The first of January }
      source: { zh: 通知, en: Notice }
      effects: [ { goal: T01, target: { comparator: { is: at-least, value: 1 }, basis: level } } ]`,
    lines: [
      'programmes/sample/ambiguities.yaml:9  不确定项1的口径“以年初为基期”出现两次：备选口径要与现行口径及其他备选口径不同。',
    ],
  },
  {
    broken: 'an alternative that changes a goal of another ambiguity',
    file: 'programmes/sample/ambiguities.yaml',
    from: '  decidedOn: 2020-03-20',
    to: `  decidedOn: 2020-03-20
  alternatives:
    - id: other
      reading: { zh: 以年末为基期, en: The end of the year }
      source: { zh: 通知, en: Notice }
      effects: [ { goal: T02, target: { comparator: { is: at-least, value: 1 }, basis: level } } ]`,
    lines: ['programmes/sample/ambiguities.yaml:12  不确定项1的备选口径改动“T02”，而其“goals”中没有这个目标。'],
  },
  {
    broken: 'a figure published before its day',
    file: 'programmes/sample/published-figures.yaml',
    from: 'on: 2020-08-29',
    to: 'on: 2020-08-29\n  publishedOn: 2020-08-28',
    lines: ['programmes/sample/published-figures.yaml:5  公布日期 2020-08-28 早于数据日期 2020-08-29。'],
  },
  {
    broken: 'a figure of a month published in the month before',
    file: 'programmes/sample/published-figures.yaml',
    from: 'publishedOn: 2020-12-22',
    to: 'publishedOn: 2020-11-30',
    lines: ['programmes/sample/published-figures.yaml:15  公布日期 2020-11-30 早于数据日期 2020-12-31。'],
  },
]
