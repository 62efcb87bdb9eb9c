import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { isStale } from './stale.ts'

describe('isStale', () => {
  it.each([
    { figureOn: '2020-06-30', on: '2020-06-30', stale: false },
    { figureOn: '2020-06-30', on: '2020-08-16', stale: false },
    { figureOn: '2020-06-30', on: '2020-09-15', stale: false },
    { figureOn: '2020-06-30', on: '2020-09-16', stale: true },
    { figureOn: '2020-06-01', on: '2020-09-15', stale: false },
    { figureOn: '2020-11-30', on: '2021-02-15', stale: false },
    { figureOn: '2020-11-30', on: '2021-02-16', stale: true },
    { figureOn: '2020-06-30', on: '2020-01-01', stale: false },
  ])('is $stale on $on for a figure of $figureOn', ({ figureOn, on, stale }) => {
    expect(isStale(figureOn, on)).toBe(stale)
  })

  it('stays so, once a figure has grown stale', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (day, later) => {
        const on = addDays('2020-03-31', day)
        if (isStale('2020-03-31', on)) expect(isStale('2020-03-31', addDays(on, later))).toBe(true)
      }),
    )
  })
})
