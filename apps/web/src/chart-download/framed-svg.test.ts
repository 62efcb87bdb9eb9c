import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Frame, framedSvg } from './framed-svg.ts'

const drawing = { markup: '<rect width="10" height="10"/>', width: 600, height: 300 }
const frame: Frame = {
  title: 'T07 标识注册量，各地',
  unit: '亿个',
  notes: ['来源：各单位填报并审定', '截至：2020-10-29', '汇总规则：各期相加，各地相加'],
  mark: '演示数据',
  product: '序时',
  fontFamily: '"PingFang SC", sans-serif',
  colours: { ground: '#ffffff', ink: '#14202b', second: '#465463', line: '#7e8c99' },
}
const said = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('')

describe('framedSvg', () => {
  it('says title, unit, source, date, rule and mark as text in the picture', () => {
    const { svg } = framedSvg(drawing, frame)
    for (const text of [frame.title, frame.unit, ...frame.notes, '演示数据', '序时']) expect(said(svg)).toContain(text)
    expect(svg).toContain(drawing.markup)
    expect(svg).toContain('fill="#ffffff"')
  })

  it('has no mark where nothing is invented', () => {
    expect(said(framedSvg(drawing, { ...frame, mark: '' }).svg)).not.toContain('演示')
  })

  it('is twice as wide and high at twice the size, with the same drawing', () => {
    const [one, two] = [framedSvg(drawing, frame), framedSvg(drawing, frame, 2)]
    expect([two.width, two.height]).toEqual([one.width * 2, one.height * 2])
    expect(two.svg.replace(/width="\d+" height="\d+"/, '')).toBe(one.svg.replace(/width="\d+" height="\d+"/, ''))
  })

  it('grows in height with what it has to say, and is never narrower than its words need', () => {
    const long = { ...frame, notes: [...frame.notes, '很长的规则'.repeat(60)] }
    expect(framedSvg(drawing, long).height).toBeGreaterThan(framedSvg(drawing, frame).height)
    expect(framedSvg({ ...drawing, width: 40 }, frame).width).toBeGreaterThan(400)
  })

  it.each(['"><svg onload=x>', '</text><script>alert(1)</script>', '&lt;', 'a\u0000b', '\ud800'])(
    'keeps %j from being markup',
    (marker) => {
      const { svg } = framedSvg(drawing, {
        ...frame,
        title: marker,
        unit: marker,
        notes: [marker],
        mark: marker,
        fontFamily: marker,
        product: marker,
      })
      expect(svg.match(/<(?!\/?(?:svg|title|style|rect|text|g|path)\b)/g)).toBeNull()
      expect(svg.match(/<svg/g)).toHaveLength(1)
      expect(svg.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\sonload/)
    },
  )

  it('holds only its own elements, whatever it is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { svg } = framedSvg(drawing, { ...frame, title: text, unit: text, notes: [text, text], mark: text })
        const names = new Set([...svg.matchAll(/<\/?([^\s/>]*)/g)].map(([, name]) => name))
        expect([...names].toSorted()).toEqual(['g', 'path', 'rect', 'style', 'svg', 'text', 'title'])
      }),
    )
  })
})
