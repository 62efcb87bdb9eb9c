import type { IndicatorPage, Series } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { indicatorWords } from './indicator.words.ts'
import { type FileTableAsked, progressFileTable } from './progress-file-table.ts'

const series = {
  source: 'regions',
  periods: ['2020-08', '2020-09'],
  endsOn: ['2020-08-31', '2020-09-30'],
  total: { flow: [84, null], reported: [29, 0], expected: [31, 31], complete: [false, false] },
  regions: [
    {
      region: '320000',
      name: { zh: '江苏', en: 'Jiangsu' },
      value: [24, null],
      cumulative: [24, null],
      bound: ['above', null],
    },
    {
      region: '540000',
      name: { zh: '西藏', en: 'Tibet' },
      value: [null, null],
      cumulative: [null, null],
      bound: [null, null],
    },
  ],
} as unknown as Series
const asked = {
  page: { on: '2020-10-29', aggregation: { time: 'sum', regions: 'sum' } } as IndicatorPage,
  series,
  shown: {
    source: 'regions',
    from: 18_400,
    to: 18_600,
    points: [
      {
        on: '2020-08-29',
        day: 18_503,
        published: { value: 3.9e9, bound: 'about' },
        plan: 1.1e9,
        regional: null,
        partial: null,
        regionalBound: null,
      },
      {
        on: '2020-08-31',
        day: 18_505,
        published: null,
        plan: 1.2e9,
        regional: null,
        partial: 84,
        regionalBound: 'above',
      },
    ],
  },
  scale: 'gain',
  view: 'nation',
  span: null,
} as unknown as FileTableAsked
const rows = (more: Partial<FileTableAsked>) =>
  progressFileTable({ ...asked, ...more }, indicatorWords.zh as never, 'zh').rows

describe('the table of a chart to take away', () => {
  it('holds what is drawn, with bounds beside and nothing where nothing is known', () => {
    expect(rows({})).toEqual([
      ['2020-08-29', '约', 3.9e9, 1.1e9, '', null],
      ['2020-08-31', '', null, 1.2e9, '≥', 84],
    ])
  })

  it('tells what the nation recorded apart from what was published', () => {
    const points = asked.shown.points.map((point) => ({ ...point, recorded: { value: 90, bound: null } }))
    expect(rows({ shown: { ...asked.shown, hasRecorded: true, points } })).toEqual([
      ['2020-08-29', '约', 3.9e9, '', 90, 1.1e9, '', null],
      ['2020-08-31', '', null, '', 90, 1.2e9, '≥', 84],
    ])
  })

  it('follows the way of looking', () => {
    expect(rows({ scale: 'period' })).toEqual([
      ['2020-08', '≥', 84, '29/31'],
      ['2020-09', '', null, '0/31'],
    ])
    expect(rows({ view: 'share' })).toEqual([
      ['江苏', '≥', 24, 1],
      ['西藏', '', null, null],
    ])
    expect(rows({ view: 'region' })).toEqual([
      ['江苏', '≥', 24, 1, null, 24],
      ['西藏', '', null, null, null, null],
    ])
  })

  it('has no share where regions do not add up to a whole', () => {
    const page = { ...asked.page, aggregation: { time: 'last', regions: 'coverage' } }
    expect(rows({ view: 'region', page })).toEqual([
      ['江苏', '≥', 24, null, 24],
      ['西藏', '', null, null, null],
    ])
  })

  it('keeps out what the zoom keeps for the ends of its lines', () => {
    const shown = { ...asked.shown, from: 18_504 }
    expect(rows({ shown }).map(([on]) => on)).toEqual(['2020-08-31'])
  })
})
