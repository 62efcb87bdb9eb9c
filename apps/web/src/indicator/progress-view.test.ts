import { describe, expect, it } from 'vitest'
import { chartSearchOf, endMoved, moved, shortestDays, within, zoomOf, zoomText } from './progress-view.ts'

const all = { from: 18341, to: 18627 }

describe('a zoom in the address', () => {
  it('comes back as it was written', () => {
    const range = { from: 18400, to: 18500 }
    expect(zoomOf(zoomText(range))).toEqual(range)
  })

  it.each(['', '2020-05-01', '2020-09-30..2020-05-01', '2020-13-01..2020-14-01', 'a..b'])('is none in “%s”', (text) => {
    expect(zoomOf(text)).toBeNull()
  })

  it('and what is not known there are left out', () => {
    expect(chartSearchOf({ chart: 'pie', by: 'region', zoom: 7, later: true })).toEqual({ by: 'region' })
  })
})

describe('a zoom', () => {
  it('stays within what there is, and is none when it is all of it', () => {
    expect(within({ from: 0, to: 99_999 }, all)).toBeNull()
    expect(within({ from: 0, to: 18_500 }, all)).toEqual({ from: all.from, to: 18_500 })
    expect(within(null, all)).toBeNull()
  })

  it('is never shorter than an axis needs', () => {
    expect(within({ from: 18_400, to: 18_401 }, all)).toEqual({ from: 18_400, to: 18_400 + shortestDays })
    expect(endMoved({ from: 18_400, to: 18_500 }, 'from', 18_499, all)).toEqual({
      from: 18_500 - shortestDays,
      to: 18_500,
    })
    expect(endMoved({ from: 18_400, to: 18_500 }, 'to', 0, all)).toEqual({ from: 18_400, to: 18_400 + shortestDays })
  })

  it('moves as a whole until an end is reached', () => {
    expect(moved({ from: 18_400, to: 18_500 }, -999, all)).toEqual({ from: all.from, to: all.from + 100 })
    expect(moved({ from: 18_400, to: 18_500 }, 999, all)).toEqual({ from: all.to - 100, to: all.to })
  })
})
