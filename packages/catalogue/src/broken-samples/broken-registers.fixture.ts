import type { BrokenSample } from './broken-sample.ts'

const file = 'programmes/sample/registers.yaml'

/** Registers that name what is not there, or belong to what is not counted. */
export const brokenRegisters: readonly BrokenSample[] = [
  {
    broken: 'a register of something measured',
    file,
    from: '- id: ten-networks',
    to: '- id: identifiers',
    lines: [
      'programmes/sample/registers.yaml:14  “identifiers”是 measured 类指标，只有 counted 类指标有台账。',
      'programmes/sample/targets.yaml:40  “ten-networks”是计数类指标，registers.yaml 中却没有它的台账。',
    ],
  },
  {
    broken: 'a register of nothing',
    file,
    from: '- id: ten-networks',
    to: '- id: ten-network',
    lines: [
      'programmes/sample/registers.yaml:14  “id”：没有指标“ten-network”。是不是“ten-networks”？',
      'programmes/sample/targets.yaml:40  “ten-networks”是计数类指标，registers.yaml 中却没有它的台账。',
    ],
  },
  {
    broken: 'a stage that counts and is not on the way',
    file,
    from: 'countsFrom: publication\n  leavesAt: exit\n  uniqueBy',
    to: 'countsFrom: publicaton\n  leavesAt: exit\n  uniqueBy',
    lines: ['programmes/sample/registers.yaml:11  “countsFrom”写的“publicaton”不在这个台账中。是不是“publication”？'],
  },
  {
    broken: 'a stage that a case leaves at before it counts',
    file,
    from: 'leavesAt: exit\n  uniqueBy',
    to: 'leavesAt: application\n  uniqueBy',
    lines: [
      'programmes/sample/registers.yaml:12  退出环节“application”须在计入环节“publication”之后；请调整“stages”的次序或“leavesAt”。',
    ],
  },
  {
    broken: 'a field that is unique and not there',
    file,
    from: 'uniqueBy: credit-code',
    to: 'uniqueBy: code',
    lines: ['programmes/sample/registers.yaml:13  “uniqueBy”写的“code”不在这个台账中。'],
  },
  {
    broken: 'a field twice',
    file,
    from: '{ id: credit-code, name',
    to: '{ id: enterprise, name',
    lines: [
      'programmes/sample/registers.yaml:5  “fields”中“enterprise”重复。',
      'programmes/sample/registers.yaml:13  “uniqueBy”写的“credit-code”不在这个台账中。',
    ],
  },
  {
    broken: 'a choice without values',
    file,
    from: 'kind: credit-code, required: true',
    to: 'kind: choice, required: true',
    lines: [
      'programmes/sample/registers.yaml:5  字段“credit-code”是选择项（choice），应列出“choices”；其他字段不能有“choices”。',
    ],
  },
]
