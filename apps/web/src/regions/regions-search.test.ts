import { describe, expect, it } from 'vitest'
import { comparedOf, regionsSearchOf, toggled } from './regions-search.ts'

describe('regionsSearchOf', () => {
  it.each([
    { raw: {}, search: {} },
    { raw: { view: 'timeliness', region: 320000 }, search: { view: 'timeliness', region: '320000' } },
    { raw: { view: 'value' }, search: {} },
    { raw: { view: 'nonsense', indicator: '' }, search: {} },
    {
      raw: { compare: '110000,120000,130000,140000,150000,210000' },
      search: { compare: '110000,120000,130000,140000,150000,210000' },
    },
    { raw: { compare: '320000,abc,330000,320000' }, search: { compare: '320000,330000' } },
  ])('reads $raw', ({ raw, search }) => {
    const found = Object.entries(regionsSearchOf(raw)).filter(([, value]) => value !== undefined)
    expect(Object.fromEntries(found)).toEqual(search)
  })
})

describe('comparedOf', () => {
  it('takes five at most', () => {
    expect(comparedOf('110000,120000,130000,140000,150000,210000')).toHaveLength(5)
  })
})

describe('toggled', () => {
  const five = ['110000', '120000', '130000', '140000', '150000']
  it.each([
    { from: [], code: '320000', to: ['320000'] },
    { from: ['320000', '330000'], code: '320000', to: ['330000'] },
    { from: five, code: '320000', to: five },
    { from: five, code: '110000', to: five.slice(1) },
  ])('from $from with $code', ({ from, code, to }) => {
    expect(toggled(from, code)).toEqual(to)
  })
})
