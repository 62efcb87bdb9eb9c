import { words } from '@xushi/wording'

export const checkWords = words(
  {
    title: '核对',
    hint: '按现在已审定的数核算，不在签署内容之内',
    rules: {
      range: '单位、整数、区间',
      'not-falling': '不低于上次累计',
      jump: '与以往各期相比',
      'at-most': '不超过所属合计',
    },
    results: { passed: '通过', found: '有提示', 'not-compared': '无可比' },
    beside: {
      value: {
        published: (on: string) => `与公开数据对照（截至${on}）`,
        regions: (on: string) => `与分地区合计对照（截至${on}）`,
        national: (on: string) => `与全国数对照（截至${on}）`,
      },
      regions: {
        published: (on: string) => `分地区合计与公开数据对照（截至${on}）`,
        regions: (on: string) => `分地区合计（截至${on}）`,
        national: (on: string) => `分地区合计与全国数对照（截至${on}）`,
      },
    },
    sources: { published: '公开数据', regions: '分地区合计', national: '全国' },
    reported: (units: number, expected: number) => `已报${units}/${expected}`,
    more: '多',
    less: '少',
    same: '一致',
    exceeds: '各地之和大于全国，请核对',
    total: (on: string) => `审定后“分地区合计”将变为（截至${on}）`,
    unchanged: '不变',
    status: {
      nation: (goal: string) => `是否改变${goal}状态`,
      region: (goal: string) => `是否改变本地区${goal}状态`,
    },
    yes: '是',
    no: '否',
    judgedBy: {
      national: '以全国数为准',
      regions: '以分地区合计为准',
      register: '以台账计数为准',
      'earlier-round': '以往轮为准',
    },
  },
  {
    title: 'Checks',
    hint: 'worked out from what is approved now; no part of what is signed',
    rules: {
      range: 'Unit, whole number, range',
      'not-falling': 'Not below the last running total',
      jump: 'Compared with earlier periods',
      'at-most': 'Within the total it is part of',
    },
    results: { passed: 'passed', found: 'found', 'not-compared': 'nothing to compare with' },
    beside: {
      value: {
        published: (on: string) => `Beside what was published (as of ${on})`,
        regions: (on: string) => `Beside the sum of regions (as of ${on})`,
        national: (on: string) => `Beside the nation (as of ${on})`,
      },
      regions: {
        published: (on: string) => `Sum of regions beside what was published (as of ${on})`,
        regions: (on: string) => `Sum of regions (as of ${on})`,
        national: (on: string) => `Sum of regions beside the nation (as of ${on})`,
      },
    },
    sources: { published: 'published', regions: 'sum of regions', national: 'nation' },
    reported: (units: number, expected: number) => `${units} of ${expected} reported`,
    more: 'more by',
    less: 'less by',
    same: 'the same',
    exceeds: 'The regions together have more than the nation; check it',
    total: (on: string) => `Sum of regions once approved (as of ${on})`,
    unchanged: 'unchanged',
    status: {
      nation: (goal: string) => `Changes the status of ${goal}`,
      region: (goal: string) => `Changes the region’s status of ${goal}`,
    },
    yes: 'yes',
    no: 'no',
    judgedBy: {
      national: 'the figure of the nation counts',
      regions: 'the sum of regions counts',
      register: 'the register counts',
      'earlier-round': 'an earlier round counts',
    },
  },
)
