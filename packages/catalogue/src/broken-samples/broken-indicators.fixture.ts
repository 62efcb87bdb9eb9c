import type { BrokenSample } from './broken-sample.ts'

export const brokenIndicators: readonly BrokenSample[] = [
  {
    broken: 'an empty quote',
    file: 'programmes/sample/targets.yaml',
    from: 'quote: "遴选10个"',
    to: 'quote: ""',
    lines: ['programmes/sample/targets.yaml:39  原文“quote”不能为空。'],
  },
  {
    broken: 'a quote over two lines',
    file: 'programmes/sample/targets.yaml',
    from: 'quote: "遴选10个"',
    to: 'quote: "遴选\n    10个"',
    lines: ['programmes/sample/targets.yaml:39  原文“quote”应写在一行内，并加双引号。'],
  },
  {
    broken: 'a quote without double quotes',
    file: 'programmes/sample/targets.yaml',
    from: 'quote: "遴选10个"',
    to: 'quote: 遴选10个',
    lines: ['programmes/sample/targets.yaml:39  原文“quote”应写在一行内，并加双引号。'],
  },
  {
    broken: 'a milestone numbered among the targets',
    file: 'programmes/sample/targets.yaml',
    from: 'goal: T02',
    to: 'goal: M02',
    lines: ['programmes/sample/targets.yaml:21  编号 M02 与角色 target 不符：T 为目标，M 为里程碑，B 为背景。'],
  },
  {
    broken: 'a role that is not that of the file',
    file: 'programmes/sample/targets.yaml',
    from: 'goal: T02',
    to: 'goal: T02\n  role: milestone',
    lines: ['programmes/sample/targets.yaml:22  targets.yaml 中的角色应为 target。'],
  },
  {
    broken: 'context with a target',
    file: 'programmes/sample/context.yaml',
    from: 'reportingLevel: nation',
    to: 'reportingLevel: nation\n  target: { comparator: { is: at-least, value: 69 }, basis: level }',
    lines: ['programmes/sample/context.yaml:10  背景数据（B）不是目标，不能有“target”。'],
  },
  {
    broken: 'a sum over regions of a mean over time',
    file: 'programmes/sample/targets.yaml',
    from: '{ time: sum, regions: sum }',
    to: '{ time: mean, regions: sum }',
    lines: [
      'programmes/sample/targets.yaml:9  均值或比率不直接填写：去掉“typed”，改为记录分子和分母。',
      'programmes/sample/targets.yaml:10  填写本期数（period）时，“aggregation.time”应为 sum，这里是 mean。',
      'programmes/sample/targets.yaml:10  均值或比率不能相加：“aggregation.regions”不能是 sum；应记录分子、分母再相除。',
    ],
  },
  {
    broken: 'a sum over time of a share',
    file: 'programmes/sample/context.yaml',
    from: '{ time: none, regions: none }',
    to: '{ time: sum, regions: weighted-mean }',
    lines: [
      'programmes/sample/context.yaml:8  均值或比率不能相加：“aggregation.time”不能是 sum；应记录分子、分母再相除。',
    ],
  },
  {
    broken: 'a sum of what is one thing per another, as the English unit says',
    file: 'programmes/sample/targets.yaml',
    from: 'unit: { zh: 个, en: 个 }',
    to: 'unit: { zh: 个, en: cases per province }',
    lines: [
      'programmes/sample/targets.yaml:27  均值或比率不能相加：“aggregation.regions”不能是 sum；应记录分子、分母再相除。',
    ],
  },
  {
    broken: 'a mean that is typed',
    file: 'programmes/sample/targets.yaml',
    from: '亿个, en: 亿个',
    to: '亿个/平台, en: 亿个',
    lines: [
      'programmes/sample/targets.yaml:9  均值或比率不直接填写：去掉“typed”，改为记录分子和分母。',
      'programmes/sample/targets.yaml:10  均值或比率不能相加：“aggregation.time”不能是 sum；应记录分子、分母再相除。',
      'programmes/sample/targets.yaml:10  均值或比率不能相加：“aggregation.regions”不能是 sum；应记录分子、分母再相除。',
    ],
  },
  {
    broken: 'a typed number of a counted goal',
    file: 'programmes/sample/targets.yaml',
    from: 'kind: counted\n',
    to: 'kind: counted\n  typed: { region: atEnd }\n',
    lines: ['programmes/sample/targets.yaml:26  counted 类指标没有人工填写的数值：去掉“typed”。'],
  },
  {
    broken: 'a measured indicator that nobody types',
    file: 'programmes/sample/targets.yaml',
    from: '  typed: { region: period, nation: sinceStart }\n',
    to: '',
    lines: ['programmes/sample/targets.yaml:1  measured 类指标应写明“typed”（填写什么数）。'],
  },
  {
    broken: 'something typed without a reporter',
    file: 'programmes/sample/targets.yaml',
    from: 'reportedBy: { region: [industry-authority], nation: [node-caict] }',
    to: 'reportedBy: { nation: [node-caict] }',
    lines: ['programmes/sample/targets.yaml:9  “typed.region”有填写内容，“reportedBy.region”却没有填报单位。'],
  },
  {
    broken: "a period's number that is not summed",
    file: 'programmes/sample/targets.yaml',
    from: '{ time: sum, regions: sum }',
    to: '{ time: last, regions: sum }',
    lines: ['programmes/sample/targets.yaml:10  填写本期数（period）时，“aggregation.time”应为 sum，这里是 last。'],
  },
  {
    broken: 'a running total that is summed',
    file: 'programmes/sample/targets.yaml',
    from: '{ region: period, nation: sinceStart }',
    to: '{ region: yearToDate, nation: sinceStart }',
    lines: [
      'programmes/sample/targets.yaml:9  地区填写 yearToDate（累计）时，“aggregation.time”不能是 sum：各期累计数相加会重复计算。请改填本期数（period），或改用 last。',
    ],
  },
  {
    broken: 'a stock that is summed',
    file: 'programmes/sample/targets.yaml',
    from: '{ region: period, nation: sinceStart }',
    to: '{ region: atEnd }',
    lines: [
      'programmes/sample/targets.yaml:10  填写期末数（atEnd）时，“aggregation.time”不能是 sum：存量按月相加会重复计算。',
    ],
  },
  {
    broken: 'a register of something that is not counted',
    file: 'programmes/sample/targets.yaml',
    from: 'sourceOfRecord: national',
    to: 'sourceOfRecord: register',
    lines: ['programmes/sample/targets.yaml:12  台账（register）只能作为 counted 类指标的数据来源，这里是 measured。'],
  },
]
