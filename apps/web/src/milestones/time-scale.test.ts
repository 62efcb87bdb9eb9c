import { dayInWords } from '@xushi/wording'
import { describe, expect, it } from 'vitest'
import { monthTicks, timeScale } from './time-scale.ts'

describe('the axis of the timeline', () => {
  const scale = timeScale(['2020-10-29', '2020-03-20', '2020-12-31'])

  it('runs over whole months, with one more for the last label', () => {
    expect([scale.from, scale.to]).toEqual(['2020-03-01', '2021-01-31'])
    expect([scale.at('2020-03-01'), scale.at('2021-02-01')]).toEqual([0, 100])
  })

  it('keeps what lies outside at its ends', () => {
    expect([scale.at('2019-01-01'), scale.at('2022-01-01')]).toEqual([0, 100])
  })

  it('names the months, and the year once it changes', () => {
    const labels = (language: 'zh' | 'en') => monthTicks(scale, language).map(({ label }) => label)
    expect(labels('zh').slice(-3)).toEqual(['11月', '12月', '2021-1月'])
    expect(labels('en').slice(-2)).toEqual(['Dec', 'Jan 2021'])
  })

  it('labels fewer of many months, and always Januaries', () => {
    const ticks = monthTicks(timeScale(['2020-03-20', '2022-12-31']), 'zh').filter(({ label }) => label !== '')
    expect(ticks.length).toBeLessThanOrEqual(14)
    expect(ticks.map(({ label }) => label)).toContain('2022-1月')
  })
})

it('a day is said with its year outside the year spoken of', () => {
  expect(dayInWords('2020-09-30', '2020', 'zh')).toBe('9月30日')
  expect(dayInWords('2021-09-30', '2020', 'zh')).toBe('2021年9月30日')
  expect(dayInWords('2021-09-30', '2020', 'en')).toBe('30 Sep 2021')
})
