import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenLines, linePieces } from './line-breaks.ts'

/** Han characters and full-width marks are 1 wide, all others one half. */
const measure = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2018-\u201f\u2026\u2014\u3000-\uffef]/.test(one) ? 1 : 0.5), 0)

describe('linePieces', () => {
  it.each([
    { text: '已完成2项，正常', pieces: ['已', '完', '成', '2', '项，', '正', '常'] },
    { text: '“新建”由', pieces: ['“新', '建”', '由'] },
    { text: '为≥90.5%。到', pieces: ['为', '≥90.5%。', '到'] },
    { text: '截至2020-10-29止', pieces: ['截', '至', '2020-10-29', '止'] },
    { text: 'of the plan (95.3%), now', pieces: ['of ', 'the ', 'plan ', '(95.3%), ', 'now'] },
    { text: '——即……完', pieces: ['——', '即……', '完'] },
  ])('are what may not be torn: $text', ({ text, pieces }) => {
    expect(linePieces(text)).toEqual(pieces)
  })
})

describe('brokenLines', () => {
  it('loses and adds nothing but the spaces at the ends of lines, and keeps to the width', () => {
    const character = fc.constantFrom(...'国家目标，。（）“”进展0123.%ab c—…')
    fc.assert(
      fc.property(
        fc.array(character).map((all) => all.join('')),
        fc.integer({ min: 4, max: 20 }),
        (text, width) => {
          const lines = brokenLines(text, width, measure, 2)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          for (const [index, line] of lines.entries()) {
            expect(measure(line) + (index === 0 ? 2 : 0)).toBeLessThanOrEqual(width)
          }
        },
      ),
    )
  })

  it('breaks a word that is wider than a line', () => {
    expect(brokenLines('abcdefgh', 2, measure)).toEqual(['abcd', 'efgh'])
  })
})
