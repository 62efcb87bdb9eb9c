import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLines, textWidth } from './text-lines.ts'

describe('textLines', () => {
  it.each([
    { text: '各期相加，各地相加', width: 48, lines: ['各期相加', '，各地相', '加'] },
    { text: 'periods are summed', width: 80, lines: ['periods are', 'summed'] },
    { text: '至2020-10-29止', width: 84, lines: ['至', '2020-10-29', '止'] },
    { text: 'abcdefghij', width: 36, lines: ['abcde', 'fghij'] },
    { text: '  a \n b  ', width: 100, lines: ['a b'] },
    { text: '', width: 100, lines: [] },
  ])('breaks $text at $width', ({ text, width, lines }) => {
    expect(textLines(text, 12, width)).toEqual(lines)
  })

  it('loses nothing but space, and no line is wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 400 }), (text, width) => {
        const lines = textLines(text, 12, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
