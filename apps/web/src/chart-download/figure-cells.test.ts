import { known, unknown } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { figureCells } from './figure-cells.ts'

describe('figureCells', () => {
  it.each([
    { figure: known(0), cells: [0, '', null] },
    { figure: known(310_000_000), cells: [310_000_000, '', null] },
    { figure: { known: true, value: 905, bound: 'above' } as const, cells: [905, '至少', null] },
    { figure: unknown('not-reported'), cells: [null, null, '未报'] },
  ])('writes $cells', ({ figure, cells }) => {
    expect(figureCells(figure, { language: 'zh', decimals: 0 })).toEqual(cells)
  })

  it('says 超 of what was published and 至少 of a total', () => {
    const figure = { known: true, value: 55, bound: 'above' } as const
    expect(figureCells(figure, { language: 'zh', sense: 'published' })[1]).toBe('超')
    expect(figureCells(figure, { language: 'zh' })[1]).toBe('至少')
  })

  it('keeps the places of the unit and leaves a ratio as it is', () => {
    expect(figureCells(known(0.1 + 0.2), { language: 'zh', decimals: 1 })[0]).toBe(0.3)
    expect(figureCells(known(1 / 3), { language: 'zh' })[0]).toBe(1 / 3)
  })
})
