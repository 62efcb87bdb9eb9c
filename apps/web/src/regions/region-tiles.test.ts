import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { statusWords, whyWords } from '@xushi/wording'
import { describe, expect, it } from 'vitest'
import { tileGridWords } from '../tile-grid/tile-grid.words.ts'
import { byValue, marksOf, rampFor, type TileWords, tileOf } from './region-tiles.ts'
import { regionsWords } from './regions.words.ts'

const words: TileWords = {
  language: 'zh',
  says: regionsWords.zh as TileWords['says'],
  why: whyWords.zh,
  status: statusWords.zh,
  outside: tileGridWords.zh.outside,
  periods: tileGridWords.zh.periods,
}
const known = (value: number, bound?: 'above') => ({
  known: true as const,
  value,
  ...(bound !== undefined && { bound }),
})
const unreported = { known: false as const, why: 'not-reported' }

const row = (change: Partial<RegionStanding>): RegionStanding => ({
  region: '320000',
  name: { zh: '江苏', en: 'Jiangsu' },
  expected: true,
  figure: known(92),
  figureOn: '2020-09-30',
  absence: null,
  share: known(0.1),
  change: known(25),
  target: null,
  status: 'not-judged',
  statusReason: 'no-regional-target',
  overQuota: false,
  rank: null,
  reported: { units: 1, expected: 1 },
  reporting: { expected: 2, counted: 1, handedIn: 1, onTime: 1, timed: 2, completeness: 0.5, timeliness: 0.5 },
  timings: ['on-time', 'owed'],
  lastState: null,
  line: [92, null],
  demo: false,
  ...change,
})
const standing = (regions: RegionStanding[], change: Partial<RegionsStanding['indicator']> = {}): RegionsStanding => ({
  programme: 'p',
  on: '2020-10-29',
  onDefaulted: false,
  knownAt: { seq: 1, at: null, now: true },
  figuresSeq: 1,
  indicator: {
    id: 'cases',
    goal: 'T05',
    name: { zh: '案例', en: 'Cases' },
    unit: { zh: '个', en: 'cases' },
    decimals: 0,
    kind: 'counted',
    reportingLevel: 'province',
    modality: 'must',
    aggregation: { time: 'last', regions: 'sum' },
    ...change,
  },
  source: 'register',
  choices: [],
  unfairRanking: null,
  periods: ['08-31', '09-30'].map((day) => ({
    period: `2020-${day.slice(0, 2)}`,
    endsOn: `2020-${day}`,
    deadline: '2020-10-15',
    backfill: false,
  })),
  regions,
  total: { figure: known(92), figureOn: null, reported: { units: 1, expected: 1 }, reporting: null },
  demo: false,
})
const tile = (one: RegionStanding, view: Parameters<typeof tileOf>[2] = 'value', change = {}) => {
  const all = standing([one, row({ region: '330000', figure: known(10) })], change)
  return tileOf(one, all, view, rampFor(all, view), words)
}

describe('tileOf', () => {
  it('says everything that it draws', () => {
    expect(tile(row({})).says).toBe('江苏，92，个，按时1期，迟报0期，未报1期')
  })

  it('draws what is not reported as absence, never as zero', () => {
    const drawn = tile(row({ figure: unreported }))
    expect(drawn).toMatchObject({ ground: { is: 'unreported' }, note: '未报' })
    expect(drawn.figure).toBeUndefined()
  })

  it.each(['value', 'completeness'] as const)('is no missing report where its register is not open yet: %s', (view) => {
    const closed = row({ figure: { known: false, why: 'register-not-open' }, reporting: null })
    const drawn = tileOf(closed, standing([closed]), view, rampFor(standing([closed]), view), words)
    expect(drawn).toMatchObject({ ground: { is: 'unreported' }, note: '台账未启用' })
  })

  it('draws a reported zero, and says that it is one', () => {
    expect(tile(row({ figure: known(0) }))).toMatchObject({ figure: '0', note: '零报告', ground: { is: 'step' } })
  })

  it('does not call a lower bound of zero a reported zero', () => {
    const drawn = tile(row({ figure: known(0, 'above') }))
    expect(drawn.figure).toBe('≥0')
    expect(drawn.note).toBeUndefined()
  })

  it('bears its own day where its figure is older than the others', () => {
    const older = row({ figureOn: '2020-07-31' })
    const plain = standing([older])
    const all = { ...plain, total: { ...plain.total, figureOn: '2020-09-30' } }
    const drawn = tileOf(older, all, 'value', rampFor(all, 'value'), words)
    expect(drawn.dated).toBe('07-31')
    expect(drawn.says).toContain('截至2020-07-31')
    expect(tileOf(row({}), all, 'value', rampFor(all, 'value'), words).dated).toBeUndefined()
  })

  it('outlines who is not asked', () => {
    expect(tile(row({ expected: false, figure: unreported }))).toMatchObject({
      ground: { is: 'outside' },
      note: '不填此项',
      marks: [],
    })
  })

  it('hides nothing as unreported from somebody who may not see it', () => {
    const hidden = row({ figure: { known: false, why: 'sign-in-required' }, reporting: null, timings: [] })
    for (const view of ['value', 'completeness', 'status'] as const)
      expect(tile(hidden, view)).toMatchObject({ ground: { is: 'plain' }, note: '登录后可见' })
  })

  it.each([
    { view: 'completeness' as const, figure: '50.0%' },
    { view: 'timeliness' as const, figure: '50.0%' },
  ])('shows $view as a share', ({ view, figure }) => {
    expect(tile(row({}), view)).toMatchObject({ figure, ground: { is: 'step' } })
  })

  it('shows a status as word and shape', () => {
    expect(tile(row({ status: 'achieved' }), 'status')).toMatchObject({
      ground: { is: 'status', status: 'achieved' },
      note: '已完成',
    })
  })

  it.each([
    { figure: known(1), level: 'province', text: '已' },
    { figure: known(0), level: 'province', text: '未' },
    { figure: known(12), level: 'prefecture', text: '12／13' },
  ] as const)('writes a yes or no of a $level as $text', ({ figure, level, text }) => {
    const one = row({ figure, reported: { units: 13, expected: 13 } })
    expect(tile(one, 'value', { kind: 'yes-no', reportingLevel: level }).figure).toBe(text)
  })
})

describe('marksOf', () => {
  it('has a square for each period that was due, and none for what is not', () => {
    expect(marksOf(['backfilled', 'on-time', 'late', 'owed', 'excused', 'not-due', null])).toEqual([
      'backfilled',
      'on-time',
      'late',
      'missing',
      'missing',
    ])
  })
})

describe('byValue', () => {
  it('puts zero before what is unknown, and last who is not asked', () => {
    const rows = [
      row({ region: '110000', expected: false, figure: unreported }),
      row({ region: '120000', figure: unreported }),
      row({ region: '130000', figure: known(0) }),
      row({ region: '140000', figure: known(7) }),
    ]
    expect(byValue(rows).map(({ region }) => region)).toEqual(['140000', '130000', '120000', '110000'])
  })
})
