import type { SourceFile } from './source-file.ts'

const text = (zh: string) => `{ zh: ${zh}, en: ${zh} }`

/** A small catalogue without mistakes; the tests break it one line at a time. */
const sample: Readonly<Record<string, string>> = {
  'regions/regions.yaml': `- { code: "000000", name: ${text('全国')}, shortName: ${text('全国')}, level: nation }
- { code: "320000", name: ${text('江苏省')}, shortName: ${text('江苏')}, level: province, parent: "000000" }
- { code: "440000", name: ${text('广东省')}, shortName: ${text('广东')}, level: province, parent: "000000" }
- { code: "440300", name: ${text('深圳市')}, shortName: ${text('深圳')}, level: city-with-separate-plan, parent: "440000" }
- { code: "371200", name: ${text('莱芜市')}, shortName: ${text('莱芜')}, level: prefecture, parent: "000000", validFrom: 1992-11-01, validTo: 2019-01-08 }
`,
  'regions/units.yaml': `- { id: industry-320000, name: ${text('江苏')}, shortName: ${text('江苏')}, kind: industry-authority, region: "320000" }
- { id: industry-440000, name: ${text('广东')}, shortName: ${text('广东')}, kind: industry-authority, region: "440000", reviewsInside: true }
- { id: industry-440300, name: ${text('深圳')}, shortName: ${text('深圳')}, kind: industry-authority, region: "440300", parent: industry-440000 }
- { id: node-caict, name: ${text('信通院')}, shortName: ${text('信通院')}, kind: node-operator, region: "000000" }
`,
  'programmes/sample/programme.yaml': `id: sample
name: ${text('样例通知')}
shortName: ${text('样例')}
documentNumber: 样例〔2020〕1号
publishedOn: 2020-03-20
lastDueOn: 2022-12-31
firstPeriod: 2020-03
completeness: 1
thresholds:
  onSchedule: 1
  slightlyBehind: 0.8
  author: ${text('业务主管')}
  reason: ${text('惯例')}
`,
  'programmes/sample/aspects.yaml': `- { id: infrastructure, number: 1, name: ${text('基础设施')} }
`,
  'programmes/sample/measures.yaml': `- { id: networks, number: 1, aspect: infrastructure, name: ${text('内外网络')}, titleConfidence: A }
- { id: identifiers, number: 2, aspect: infrastructure, name: ${text('标识体系')}, titleConfidence: A }
`,
  'programmes/sample/groups.yaml': `- { id: ten-hundred, name: ${text('十百')}, rule: ${text('十从百中选')}, members: [ten-networks, hundred-cases] }
`,
  'programmes/sample/ambiguities.yaml': `- number: 1
  questions: [6]
  goals: [T01]
  ambiguity: ${text('基期未给出')}
  reading: ${text('以年初为基期')}
  decidedBy: ${text('业务主管')}
  decidedOn: 2020-03-20
`,
  'programmes/sample/targets.yaml': `- id: identifiers
  goal: T01
  measure: identifiers
  name: ${text('标识注册量')}
  clause: { question: 6, quote: "新增注册量20亿" }
  kind: measured
  unit: ${text('亿个')}
  decimals: 2
  typed: { region: period, nation: sinceStart }
  aggregation: { time: sum, regions: sum }
  reportingLevel: province
  sourceOfRecord: national
  target: { comparator: { is: at-least, value: 20.00 }, basis: increment }
  baseline: { value: 16, bound: above, on: 2019-12-25, precision: day, source: ${text('公开报道')} }
  due: { on: 2020-12-31, stated: false, reason: ${text('收官之年')} }
  plan: { is: milestones, points: [ { on: 2020-06-30, value: 22.5 }, { on: 2020-09-30, value: 30 } ] }
  responsible: ${text('信通院')}
  reportedBy: { region: [industry-authority], nation: [node-caict] }
  ambiguities: [1]
- id: hundred-cases
  goal: T02
  measure: networks
  name: ${text('百案例')}
  clause: { question: 5, quote: "形成100多个" }
  kind: counted
  unit: ${text('个')}
  aggregation: { time: last, regions: sum }
  reportingLevel: province
  sourceOfRecord: register
  target: { comparator: { is: more-than, value: 100 }, basis: level }
  due: { on: 2020-12-31, stated: true }
  responsible: ${text('各地')}
  reportedBy: { region: [industry-authority] }
  groups: [ten-hundred]
- id: ten-networks
  goal: T03
  measure: networks
  name: ${text('十网络')}
  clause: { question: 5, quote: "遴选10个" }
  kind: counted
  unit: ${text('个')}
  aggregation: { time: last, regions: sum }
  reportingLevel: nation
  target: { comparator: { is: about, value: 10, from: 8, to: 12 }, basis: level }
  due: { on: 2020-12-31, stated: true }
  plan:
    is: stages
    stages:
      - { id: application, name: ${text('申报')}, dueOn: 2020-10-19 }
      - { id: publication, name: ${text('发布')}, dueOn: 2020-12-31, reachedOn: 2021-01-27 }
  responsible: ${text('信管局')}
  groups: [ten-hundred]
  chosenFrom: [hundred-cases]
`,
  'programmes/sample/milestones.yaml': `- id: platform
  goal: M01
  measure: networks
  name: ${text('监测平台')}
  clause: { question: 26, quote: "建设监测平台" }
  kind: milestone
  unit: ${text('个')}
  aggregation: { time: none, regions: none }
  reportingLevel: nation
  responsible: ${text('部')}
`,
  'programmes/sample/context.yaml': `- id: connections
  goal: B01
  measure: networks
  name: ${text('平均连接数')}
  clause: { question: 7, quote: "达到69万台" }
  kind: reference
  unit: ${text('万台/平台')}
  aggregation: { time: none, regions: none }
  reportingLevel: nation
  responsible: ${text('平台企业')}
`,
  'programmes/sample/published-figures.yaml': `- id: identifiers-2020-08
  goal: T01
  region: "000000"
  on: 2020-08-29
  value: 55
  bound: above
  speaker: ${text('部领导')}
  occasion: ${text('发布会')}
  confidence: secondary
- id: identifiers-2020-12
  goal: T01
  region: "320000"
  on: 2020-12-31
  precision: month
  publishedOn: 2020-12-22
  value: 100
  speaker: ${text('信通院')}
  occasion: ${text('大会')}
  confidence: primary
`,
  'programmes/sample/registers.yaml': `- id: hundred-cases
  name: ${text('百案例台账')}
  fields:
    - { id: enterprise, name: ${text('企业')}, kind: text, required: true }
    - { id: credit-code, name: ${text('代码')}, kind: credit-code, required: true }
    - { id: industry, name: ${text('行业')}, kind: choice, choices: [ { id: steel, name: ${text('钢铁')} } ] }
  stages:
    - { id: application, name: ${text('申报')}, by: unit }
    - { id: publication, name: ${text('发布')}, by: ministry }
    - { id: exit, name: ${text('退出')}, by: unit }
  countsFrom: publication
  leavesAt: exit
  uniqueBy: credit-code
- id: ten-networks
  name: ${text('十网络台账')}
  fields:
    - { id: network, name: ${text('网络')}, kind: text, required: true }
  stages:
    - { id: publication, name: ${text('发布')}, by: ministry }
    - { id: exit, name: ${text('退出')}, by: ministry }
  countsFrom: publication
  leavesAt: exit
  evidenceRequired: false
`,
}

type Break = { readonly file: string; readonly from: string; readonly to: string }

/** The sample's files, with the given places rewritten and the given files added or (undefined) left out. */
export function sampleFiles(
  breaks: readonly Break[] = [],
  others: Readonly<Record<string, string | undefined>> = {},
): readonly SourceFile[] {
  return Object.entries({ ...sample, ...others }).flatMap(([path, original]) => {
    if (original === undefined) return []
    const rewritten = breaks
      .filter(({ file }) => file === path)
      .reduce((text, { from, to }) => {
        if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`)
        return text.replace(from, to)
      }, original)
    return [{ path, text: rewritten }]
  })
}
