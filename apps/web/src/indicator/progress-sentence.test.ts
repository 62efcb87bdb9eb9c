import { describe, expect, it } from 'vitest'
import { progressSentence } from './progress-sentence.ts'
import type { ProgressSeries } from './progress-series.ts'

const empty = {
  isPeriodEnd: true,
  plan: null,
  published: null,
  recorded: null,
  regional: null,
  partial: null,
  regionalBound: null,
  reported: null,
}
const series: ProgressSeries = {
  points: [
    { ...empty, on: '2020-08-29', day: 18503, published: { value: 3.9e9, bound: 'about', confidence: 'secondary' } },
    {
      ...empty,
      on: '2020-09-30',
      day: 18535,
      partial: 4.8e8,
      regionalBound: 'above',
      reported: { units: 28, expected: 31 },
    },
  ],
  target: { value: 2e9, on: '2020-12-31' },
  from: 18341,
  to: 18627,
  hasRegional: true,
  hasRecorded: false,
  source: 'regions',
  band: null,
  forecasts: [],
  earlierPlans: [],
  scale: 'gain',
  gaps: [{ from: 18383, to: 18414, fromOn: '2020-04-30', toOn: '2020-05-31', why: 'not-reported' }],
  standing: {
    on: '2020-10-29',
    day: 18564,
    planned: 1_559_440_559,
    actual: { known: true, value: 3.9e9, bound: 'about' },
    percentagePoints: { known: true, value: 117.03, bound: 'about' },
  },
}

describe('progressSentence', () => {
  it('says the chart in the figures of the page', () => {
    const said = progressSentence(series, { title: '新增标识注册量', unit: '个', decimals: 0, language: 'zh' })
    expect(said).toBe(
      '新增标识注册量，单位个，较基期的增量；最近公布 2020-08-29 约+39亿；地区合计 2020-09-30 至少4.8亿（28/31个单位已报）；应到 2020-10-29 15.59亿；较序时约+117.0个百分点；目标 2020-12-31 20亿；2020-04-30至2020-05-31未报',
    )
  })

  it('says it in English, and leaves out what is not there', () => {
    const bare = { ...series, points: [], gaps: [], target: null, standing: null, scale: 'value' } as const
    expect(progressSentence(bare, { title: 'Nodes', unit: 'nodes', decimals: 0, language: 'en' })).toBe('Nodes, nodes')
    const said = progressSentence(series, { title: 'Registrations', unit: 'ids', decimals: 0, language: 'en' })
    expect(said).toContain('Sum of regions 2020-09-30 at least 480 million (28 of 31 units reported)')
    expect(said).not.toMatch(/\d{6}/)
  })
})
