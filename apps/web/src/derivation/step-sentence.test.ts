import type { Derivation } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { indexText, stepSentence } from './step-sentence.ts'

const text = (zh: string, en: string) => ({ zh, en })

/** T07 on 2020-10-29: 20亿 more on above 16亿; above 55亿 published on 2020-08-29. */
const registrations = {
  on: '2020-10-29',
  counted: ['t07-2020-08-29'],
  sum: { time: 'sum', regions: 'sum', period: '2020-09', units: 28, expected: 31 },
  published: [
    {
      figure: {
        id: 't07-2020-08-29',
        on: '2020-08-29',
        publishedOn: '2020-08-30',
        value: 5_500_000_000,
        bound: 'above',
        speaker: text('工业和信息化部', 'MIIT'),
        occasion: text('发布会', 'press conference'),
      },
      counts: true,
      why: null,
    },
  ],
  judgement: {
    unit: text('个', 'identifiers'),
    decimals: 0,
    sourceOfRecord: 'national',
    status: 'achieved',
    statusReason: null,
    due: { on: '2020-12-31', stated: false },
    target: { comparator: 'at-least', value: 2_000_000_000, basis: 'increment' },
    baseline: {
      known: true,
      value: 1_600_000_000,
      bound: 'above',
      on: '2019-12-31',
      source: text('答问第6问', 'question 6'),
    },
    actual: { known: true, value: 5_500_000_000, bound: 'above', on: '2020-08-29' },
    gain: { known: true, value: 3_900_000_000, bound: 'about' },
    attainment: { known: true, value: 1.95, bound: 'about' },
    achievement: { known: true, value: 1.95, bound: 'about' },
    plan: {
      known: true,
      value: 3_159_440_559.44,
      bound: 'above',
      ratio: 223 / 286,
      elapsedDays: 223,
      totalDays: 286,
      startsOn: '2020-03-20',
      endsOn: '2020-12-31',
    },
    stages: null,
    scheduleIndex: { known: true, value: 2.5, bound: 'about' },
    percentagePoints: { known: true, value: 117.03, bound: 'about' },
    later: null,
  },
} as unknown as Derivation

const changed = (judgement: object): Derivation => ({
  ...registrations,
  counted: [],
  judgement: { ...registrations.judgement, ...judgement },
})

describe('stepSentence', () => {
  it.each([
    ['baseline', '2019-12-31为超16亿个，来源：答问第6问。'],
    [
      'source-of-record',
      '以全国公布数为准，取其中最新的一个：工业和信息化部，发布会，2020-08-30公布，数据日期2020-08-29，超55亿个。',
    ],
    [
      'aggregation',
      '各地区相加，各期相加。最近一期2020-09，应报31个，已报28个。有未报的，合计为下限。此数列在一旁，不计入实际。',
    ],
    ['gain', '实际超55亿个 − 基期超16亿个 = 约39亿个。两个数都只知一边，差只能说“约”。'],
    ['attainment', '增量约39亿个 ÷ 目标增量20亿个 = 约195%。'],
    ['achievement', '增量约39亿个 ÷ 从基期到目标的20亿个 = 约195%。'],
    ['plan', '2020-03-20至2020-12-31共286天，到2020-10-29已过223天：223 ÷ 286 = 78.0%；此日应到超31.59亿个。'],
    ['schedule-index', '较基期进展约195% ÷ 序时进度78.0% = 约2.50。'],
    ['percentage-points', '较基期进展约195% − 序时进度78.0% = 约+117.0个百分点。'],
  ] as const)('tells the step %s in words', (step, sentence) => {
    expect(stepSentence(step, registrations, 'zh')).toBe(sentence)
  })

  it('tells it in English', () => {
    expect(stepSentence('gain', registrations, 'en')).toBe(
      'actual over 5.5 billion − baseline over 1.6 billion = about 3.9 billion. Both are known on one side only, so the difference is “about”.',
    )
  })

  it('divides a level by its target, and measures the way from the baseline', () => {
    const platforms = changed({
      target: { comparator: 'at-least', value: 150, basis: 'level' },
      baseline: { ...registrations.judgement.baseline, value: 135, bound: undefined },
      actual: { known: true, value: 143, on: '2020-09-30' },
      gain: { known: true, value: 8 },
      attainment: { known: true, value: 143 / 150 },
      achievement: { known: true, value: 8 / 15 },
    })
    expect(stepSentence('attainment', platforms, 'zh')).toBe('实际143个 ÷ 目标150个 = 95.3%。')
    expect(stepSentence('achievement', platforms, 'zh')).toBe('增量8个 ÷ 从基期到目标的15个 = 53.3%。')
  })

  it('says why a step cannot be computed, and never a zero', () => {
    const why = { known: false, why: 'before-baseline' }
    const silent = changed({ actual: why, gain: why, attainment: why })
    for (const step of ['actual', 'gain', 'attainment'] as const)
      expect(stepSentence(step, silent, 'zh')).toBe('已有的数据不晚于基期，不算进展。')
    const none = changed({ baseline: { known: false, why: 'no-baseline' }, gain: { known: false, why: 'no-baseline' } })
    expect(stepSentence('baseline', none, 'zh')).toBe('没有基期值，不算。')
  })

  it('tells the stages of a selection instead of a line', () => {
    const stages = [
      { name: text('申报', 'Application'), dueOn: '2020-10-19', reachedOn: '2020-10-19', reached: true },
      { name: text('发布', 'Publication'), dueOn: null, reachedOn: null, reached: false },
    ]
    expect(stepSentence('plan', changed({ stages }), 'zh')).toBe(
      '遴选不画线，按阶段：申报（应于2020-10-19，已于2020-10-19到达）、发布（未定日期，未到达）。',
    )
  })

  it('says that the due date has passed, and what came later', () => {
    const after = {
      ...changed({ later: { known: true, value: 7_000_000_000, on: '2021-03-01' } }),
      on: '2021-06-30',
    }
    expect(stepSentence('actual', after, 'zh')).toBe(
      '计入的数：数据日期2020-08-29，超55亿个。已过期限2020-12-31，按到期日的数评价。其后2021-03-01的70亿个为后续进展，不改变评价。',
    )
    expect(stepSentence('plan', after, 'zh')).toContain('计划已到期')
  })
})

describe('indexText', () => {
  it.each([
    [1.796, '1.80'],
    [1, '1.00'],
    [0.9996, '0.9996'],
    [1.004, '1.004'],
    [0.999_999_9, '<1'],
  ])('writes %d as %s', (value, shown) => {
    expect(indexText(value)).toBe(shown)
  })
})
