import type { IndicatorPage, Series } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { gapsBetween } from './progress-gaps.ts'

const page = (on: string, actual: object = { known: true, value: 1, on }) =>
  ({ on, judgement: { actual } }) as unknown as IndicatorPage
const months = (reported: Readonly<Record<string, number>>) =>
  ({
    periods: Object.keys(reported).map((day) => day.slice(0, 7)),
    endsOn: Object.keys(reported),
    total: { reported: Object.values(reported) },
  }) as unknown as Series
const way = { start: '2020-03-20', end: '2020-12-31' }
const spans = (...asked: Parameters<typeof gapsBetween>) =>
  gapsBetween(...asked).map(({ fromOn, toOn, why }) => `${fromOn} ${toOn} ${why}`)

describe('gapsBetween', () => {
  const reported = months({ '2020-04-30': 31, '2020-05-31': 0, '2020-06-30': 0, '2020-07-31': 30 })

  it('are the silent months before, between and after the reports, in a row as one', () => {
    expect(spans(page('2020-09-29'), reported, way)).toEqual([
      '2020-03-20 2020-03-31 not-reported',
      '2020-04-30 2020-06-30 not-reported',
      '2020-07-31 2020-08-31 not-reported',
    ])
  })

  it('end with the last month that is over on the date asked for', () => {
    expect(spans(page('2020-05-30'), reported, way)).toEqual(['2020-03-20 2020-03-31 not-reported'])
    expect(spans(page('2020-03-20'), reported, way)).toEqual([])
  })

  it('are the whole way where nobody ever reported', () => {
    expect(spans(page('2020-10-29'), months({}), way)).toEqual(['2020-03-20 2020-10-29 not-reported'])
  })

  it('name why nothing counts where no region reports, and are none once something does', () => {
    const unknown = { known: false, why: 'register-not-open' }
    expect(spans(page('2020-10-29', unknown), null, way)).toEqual(['2020-03-20 2020-10-29 register-not-open'])
    expect(spans(page('2020-10-29'), null, way)).toEqual([])
  })
})
