import type { Forecast, SourceForecast } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { type ForecastOf, forecastSentence, forecastStatements } from './forecast-sentence.ts'

type Stated = Extract<Forecast, { known: true }>
const pace: Stated = {
  known: true,
  method: 'recent-pace',
  usedFrom: '2020-06-30',
  usedTo: '2020-09-30',
  points: 7,
  incomplete: 2,
  pacePerMonth: { known: true, value: 84_000_000, bound: 'above' },
  expected: { known: true, value: 732_000_000, bound: 'above', on: '2020-12-31' },
  band: { low: 668_763_000, high: 795_237_000 },
  line: { on: [], expected: [], low: [], high: [] },
  reachedOn: { known: true, on: '2022-04-03', from: '2022-01-05', to: '2022-08-10' },
  neededPerMonth: { known: true, value: 506_666_666.7, bound: 'below' },
  backTest: { count: 3, error: { known: true, value: 0.0385 }, within: 3 },
}
const line: Stated = {
  ...pace,
  method: 'theil-sen',
  usedFrom: '2020-03-31',
  expected: { known: true, value: 690_000_000, bound: 'above', on: '2020-12-31' },
  band: { low: 600_000_000, high: 780_000_000 },
}
const tooFew: Forecast = { known: false, why: 'too-few-points', points: 3 }
const none = (why: Extract<Forecast, { known: false }>['why']): Forecast => ({ known: false, why, points: 0 })
const regions: SourceForecast = {
  source: 'regions',
  counts: false,
  scale: 'gain',
  target: { known: true, value: 2_000_000_000 },
  headline: pace,
  other: line,
}
const national: SourceForecast = {
  source: 'national',
  counts: true,
  scale: 'value',
  target: { known: true, value: 3_600_000_000, bound: 'above' },
  headline: tooFew,
  other: tooFew,
}
const page = (
  forecasts: readonly SourceForecast[],
  comparator: 'at-least' | 'more-than' | 'at-most' = 'at-least',
): ForecastOf => ({
  forecasts: [...forecasts],
  judgement: {
    unit: { zh: '个', en: 'identifiers' },
    decimals: 0,
    target: { comparator, value: 2_000_000_000, basis: 'increment', perRegion: false, assumed: false },
  },
})

describe('forecastSentence', () => {
  it('says of each source where it is going, and what it would take', () => {
    expect(forecastSentence(page([national, regions]), 'zh')).toBe(
      '全国口径：不足以预测（数据3个，少于4个）。' +
        '分地区合计按近3个月的速度（月均至少0.84亿），到2020-12-31约7.32亿（区间6.69亿–7.95亿，2期未报齐，偏低）；' +
        '照此速度2022-04-03达到20亿（2022-01-05至2022-08-10之间）；若要单凭分地区合计按期达到20亿，需每月5.07亿。' +
        '近3次回测平均误差3.9%，3次落在区间内；另按稳健回归（近6个月），约6.90亿（区间6.00亿–7.80亿）。',
    )
  })

  it('says it in English', () => {
    const said = forecastSentence(page([national, regions]), 'en')
    expect(said).toContain('The nation: not enough to forecast (3 figures, fewer than 4). ')
    expect(said).toContain(
      'The sum of regions, at the pace of the last 3 months (at least 84.00 million a month), comes to about 0.73 billion on 2020-12-31',
    )
    expect(said).toContain('to reach 2 billion in time by the sum of regions alone, 0.51 billion a month is needed')
    expect(said).toContain('Tested back 3 times: mean error 3.9%, 3 of 3 inside the band')
  })

  it('marks what is said of each source, so that it can be set apart', () => {
    const [first, second] = forecastStatements(page([national, regions]), 'zh')
    expect([first?.source, second?.source]).toEqual(['national', 'regions'])
    expect([first?.head, second?.head]).toEqual(['全国口径：不足以预测（数据3个，少于4个）', '分地区合计'])
    expect(first?.note).toBeNull()
  })

  it.each([
    { reachedOn: { known: false, why: 'reached' }, says: '已达到20亿' },
    { reachedOn: { known: false, why: 'not-at-this-pace' }, says: '照此速度不能达到20亿' },
    { reachedOn: { known: false, why: 'beyond-horizon' }, says: '照此速度十年内不能达到20亿' },
    {
      reachedOn: { known: true, on: '2022-04-03', from: '2022-01-05', to: null },
      says: '照此速度2022-04-03达到20亿（最早2022-01-05，最晚不定）',
    },
  ] as const)('says $says', ({ reachedOn, says }) => {
    const said = forecastSentence(page([{ ...regions, headline: { ...pace, reachedOn } }]), 'zh')
    expect(said).toContain(says)
    expect(said.includes('需每月')).toBe(!('why' in reachedOn) || reachedOn.why !== 'reached')
  })

  it('asks nobody alone where the source counts, and passes what must be passed', () => {
    const said = forecastSentence(page([{ ...regions, counts: true }], 'more-than'), 'zh')
    expect(said).toContain('若要按期超过20亿，需每月')
  })

  it('speaks of a fall for a falling goal', () => {
    const falling: Stated = {
      ...pace,
      pacePerMonth: { known: true, value: -84_000_000 },
      neededPerMonth: { known: true, value: -120_000_000 },
    }
    const said = forecastSentence(page([{ ...regions, counts: true, headline: falling }], 'at-most'), 'zh')
    expect(said).toContain('月均减少0.84亿')
    expect(said).toContain('若要按期降到20亿，需每月减少1.20亿')
  })

  it('says the days where the figures are not of ends of months, and that nothing was tested back', () => {
    const young: Stated = {
      ...pace,
      usedFrom: '2020-07-29',
      backTest: { count: 0, error: { known: false, why: 'no-origin' }, within: 0 },
    }
    const said = forecastSentence(page([{ ...regions, headline: young }]), 'zh')
    expect(said).toContain('按2020-07-29以来的速度')
    expect(said).toContain('数据少，尚无回测')
  })

  it('says a reason of the goal once, and one of a source for it alone', () => {
    const both = (why: Parameters<typeof none>[0]) =>
      [national, regions].map((one) => ({ ...one, headline: none(why), other: none(why) }))
    expect(forecastSentence(page(both('past-due')), 'zh')).toBe('已过截止日期，不再预测。')
    const hidden = { ...regions, headline: none('sign-in-required'), other: none('sign-in-required') }
    expect(forecastSentence(page([national, hidden]), 'zh')).toBe(
      '全国口径：不足以预测（数据3个，少于4个）。分地区合计：登录后可见。',
    )
    expect(forecastSentence(page([]), 'zh')).toBe('')
  })

  it('says of a count what was not confirmed, without calling it low', () => {
    const count: Stated = {
      ...pace,
      incomplete: 1,
      pacePerMonth: { known: true, value: 121.6, bound: 'about' },
      expected: { known: true, value: 1156.1, bound: 'about', on: '2020-12-31' },
      band: { low: 1005.7, high: 1306.5 },
      neededPerMonth: { known: true, value: 46.49, bound: 'below' },
    }
    const register: SourceForecast = {
      ...regions,
      source: 'register',
      target: { known: true, value: 1000 },
      headline: count,
    }
    const said = forecastSentence(page([register], 'more-than'), 'zh')
    expect(said).toContain('（月均约122个），到2020-12-31约1156个（区间1006–1307个，1期未确认齐）')
    expect(said).toContain('超过1000个，需每月46.5个')
  })

  it('writes the edges of a narrow band in full', () => {
    const narrow: Stated = { ...pace, band: { low: 731_900_000, high: 732_100_000 } }
    expect(forecastSentence(page([{ ...regions, headline: narrow }]), 'zh')).toContain('区间731900000–732100000个')
  })
})
