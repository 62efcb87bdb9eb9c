import type { BrokenSample } from './broken-sample.ts'

export const brokenRegions: readonly BrokenSample[] = [
  {
    broken: 'a region that ended before it began',
    file: 'regions/regions.yaml',
    from: 'validTo: 2019-01-08',
    to: 'validTo: 1992-10-31',
    lines: ['regions/regions.yaml:5  “validTo”1992-10-31 早于“validFrom”1992-11-01。'],
  },
  {
    broken: 'regions in a circle',
    file: 'regions/regions.yaml',
    from: 'level: nation }',
    to: 'level: nation, parent: "320000" }',
    lines: ['regions/regions.yaml:1  上下级成环：000000 → 320000 → 000000。'],
  },
  {
    broken: 'a region that is its own parent',
    file: 'regions/regions.yaml',
    from: 'level: prefecture, parent: "000000"',
    to: 'level: prefecture, parent: "371200"',
    lines: ['regions/regions.yaml:5  上下级成环：371200 → 371200。'],
  },
  {
    broken: 'a province without parent',
    file: 'regions/regions.yaml',
    from: 'level: province, parent: "000000" }\n- { code: "440000"',
    to: 'level: province }\n- { code: "440000"',
    lines: ['regions/regions.yaml:2  province 级地区应有“parent”。'],
  },
  {
    broken: '计划单列市 without its province',
    file: 'regions/regions.yaml',
    from: 'level: city-with-separate-plan, parent: "440000"',
    to: 'level: city-with-separate-plan',
    lines: ['regions/regions.yaml:4  city-with-separate-plan 级地区应有“parent”。'],
  },
  {
    broken: '计划单列市 under the nation',
    file: 'regions/regions.yaml',
    from: 'level: city-with-separate-plan, parent: "440000"',
    to: 'level: city-with-separate-plan, parent: "000000"',
    lines: ['regions/regions.yaml:4  计划单列市“深圳市”应归入所属省：其“parent”须是省级。'],
  },
  {
    broken: 'the unit of a 计划单列市 outside its province',
    file: 'regions/units.yaml',
    from: ', parent: industry-440000',
    to: '',
    lines: ['regions/units.yaml:3  计划单列市“深圳”应归入所属省：其“parent”须是省级。'],
  },
]
