import type { IndicatorPage, Series } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { axisSteps } from './progress-axis.ts'
import { planOn, progressSeries } from './progress-series.ts'

const line = { on: ['2020-03-20', '2020-12-31'], value: [47, 67] }

/** A page with only what the series reads. */
const page = (on: string): IndicatorPage =>
  ({
    on,
    judgement: {
      actual: { known: true, value: 75, on: '2020-10-29' },
      gain: { known: true, value: 28 },
      percentagePoints: { known: true, value: 62 },
      baseline: { known: true, value: 47, on: '2020-03-20' },
      due: { on: '2020-12-31', stated: false },
      target: { comparator: 'at-least', value: 20, basis: 'increment', perRegion: false, assumed: false },
    },
    planLine: line,
    forecasts: [],
    earlierPlans: [],
    published: [
      { region: '000000', on: '2020-10-29', value: 75, confidence: 'primary' },
      { region: '000000', on: '2021-10-20', value: 156, confidence: 'secondary' },
      { region: '320000', on: '2020-11-01', value: 39, confidence: 'secondary' },
    ],
  }) as unknown as IndicatorPage

const series = {
  periods: ['2020-04', '2020-05', '2020-06'],
  endsOn: ['2020-04-30', '2020-05-31', '2020-06-30'],
  total: {
    flow: [3, null, 4],
    cumulative: [3, null, 7],
    bound: [null, null, 'above'],
    reported: [31, 0, 30],
    expected: [31, 31, 31],
    complete: [true, false, false],
  },
} as unknown as Series

describe('progressSeries', () => {
  it('never makes a missing period a zero', () => {
    const { points } = progressSeries(page('2020-10-29'), series, { past: false })
    const may = points.find(({ on }) => on === '2020-05-31')
    expect(may).toMatchObject({ regional: null, partial: null, published: null })
  })

  it('draws increments as gains and ends at the due date', () => {
    const { points, to, scale } = progressSeries(page('2021-12-31'), series, { past: false })
    expect(scale).toBe('gain')
    expect(points.find(({ on }) => on === '2020-10-29')?.published?.value).toBe(28)
    expect(points.at(-1)?.on).toBe('2020-12-31')
    expect(to).toBe(points.at(-1)?.day)
  })

  it('shows every figure that the nation recorded itself, apart from what was published', () => {
    const recorded = [
      { on: '2020-04-30', period: '2020-04', value: 50, demo: true },
      { on: '2020-06-30', period: '2020-06', value: 54, demo: true },
    ]
    const shown = progressSeries({ ...page('2020-10-29'), recorded }, null, { past: false })
    expect(shown.hasRecorded).toBe(true)
    expect(shown.points.flatMap(({ on, recorded: own }) => (own === null ? [] : [[on, own.value]]))).toEqual([
      ['2020-04-30', 3],
      ['2020-06-30', 7],
    ])
    expect(shown.points.filter(({ published }) => published !== null).map(({ on }) => on)).toEqual(['2020-10-29'])
    expect(progressSeries({ ...page('2020-10-29'), recorded: null }, null, { past: false }).hasRecorded).toBe(false)
  })

  it('begins with a published baseline that is not long before the plan, and hatches what the nation did not publish', () => {
    const asked = page('2020-10-29')
    const on = (day: string): IndicatorPage => ({
      ...asked,
      judgement: {
        ...asked.judgement,
        sourceOfRecord: 'national',
        baseline: { ...asked.judgement.baseline, on: day } as IndicatorPage['judgement']['baseline'],
      },
      published: [
        ...asked.published,
        { ...asked.published[0], on: day, value: 47 } as IndicatorPage['published'][number],
      ],
    })
    const near = progressSeries(on('2019-12-25'), null, { past: false })
    expect(near.points[0]).toMatchObject({ on: '2019-12-25', plan: null, published: { value: 0 } })
    expect(near.gaps.map(({ months }) => months)).toContainEqual({ from: '2020-01', to: '2020-09' })
    expect(progressSeries(on('2018-12-25'), null, { past: false }).points[0]?.on).toBe('2020-03-20')
  })

  it('shows later figures when asked', () => {
    expect(progressSeries(page('2021-12-31'), null, { past: true }).points.at(-1)?.published?.value).toBe(109)
  })

  it('keeps a partial total apart from a complete one and joins them', () => {
    const { points } = progressSeries(page('2020-10-29'), series, { past: false })
    expect(points.find(({ on }) => on === '2020-04-30')).toMatchObject({ regional: 3, partial: 3 })
    expect(points.find(({ on }) => on === '2020-06-30')).toMatchObject({
      regional: null,
      partial: 7,
      regionalBound: 'above',
    })
  })

  it('knows nothing after the date asked for', () => {
    const { points } = progressSeries(page('2020-05-15'), series, { past: false })
    expect(
      points
        .filter(({ on }) => on > '2020-05-15')
        .every(({ regional, partial, published }) => regional === null && partial === null && published === null),
    ).toBe(true)
  })
})

describe('the standing', () => {
  it('is where plan and actual are on the date, as gains', () => {
    const { standing } = progressSeries(page('2020-10-29'), null, { past: false })
    expect(standing).toMatchObject({ on: '2020-10-29', actual: { value: 28 }, percentagePoints: { value: 62 } })
    expect(standing?.planned).toBeCloseTo(15.594, 3)
  })

  it('is that of the due date afterwards', () => {
    expect(progressSeries(page('2021-10-20'), null, { past: false }).standing).toMatchObject({
      on: '2020-12-31',
      planned: 20,
    })
  })
})

describe('planOn', () => {
  it('is straight between the points and nothing outside them', () => {
    expect(planOn(line, '2020-03-20', 47)).toBe(0)
    expect(planOn(line, '2020-10-29', 47)).toBeCloseTo(15.594, 3)
    expect(planOn(line, '2020-12-31', 0)).toBe(67)
    expect(planOn(line, '2020-01-01', 0)).toBeNull()
    expect(planOn(line, '2021-01-01', 0)).toBeNull()
  })
})

describe('axisSteps', () => {
  it('takes fractions where the unit has them', () => {
    const target = { value: 10, on: '2020-12-31' }
    expect(axisSteps({ points: [], standing: null, target }, 1)).toEqual([0, 2.5, 5, 7.5, 10, 12.5])
    expect(axisSteps({ points: [], standing: null, target }, 0)).toEqual([0, 5, 10, 15])
  })

  it('begin below the lowest of levels that lie close together, and at 0 for gains and for far ones', () => {
    const levels = (value: number, scale: 'gain' | 'value') => ({
      points: [{ plan: value }] as never,
      standing: null,
      target: { value: 150, on: '2020-12-31' },
      scale,
    })
    const steps = axisSteps(levels(135, 'value'), 0)
    expect(steps[0]).toBeGreaterThan(100)
    expect(steps[0]).toBeLessThan(135)
    expect(steps.at(-1)).toBeGreaterThan(150)
    expect(axisSteps(levels(135, 'gain'), 0)[0]).toBe(0)
    expect(axisSteps(levels(40, 'value'), 0)[0]).toBe(0)
  })

  it('hold the whole band of a forecast', () => {
    const points = [{ day: 18_627, expected: 1200, low: 1100, high: 1306 }]
    const forecasts = [{ source: 'national', counts: true, points }] as const
    const target = { value: 1000, on: '2020-12-31' }
    expect(axisSteps({ points: [], standing: null, target, forecasts }, 0).at(-1)).toBeGreaterThan(1306)
  })

  it.each([1, 28, 67, 150, 3_900_000_000])('has round steps from 0 to above %d', (value) => {
    const steps = axisSteps({ points: [], standing: null, target: { value, on: '2020-12-31' } }, 0)
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBeGreaterThan(value)
    expect(steps.length).toBeGreaterThanOrEqual(value === 1 ? 3 : 4)
    expect(steps.length).toBeLessThanOrEqual(8)
    expect(steps.every(Number.isInteger)).toBe(true)
  })
})
