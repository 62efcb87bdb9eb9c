import { describe, expect, it } from 'vitest'
import { roughHeadWidth, roughWidth } from './rough-width.ts'

describe('roughWidth', () => {
  // Advance widths of Times New Roman in thousandths of an em, from the font's own tables.
  it.each([
    { text: 'M12', real: 1.889 },
    { text: 'T08', real: 1.611 },
    { text: '≥', real: 0.549 },
    { text: '2020-10-29', real: 4.666 },
    { text: '95.3%', real: 2.583 },
    { text: 'reported', real: 3.332 },
    { text: '滞后', real: 2 },
  ])('is not less than what $text takes, and not much more', ({ text, real }) => {
    expect(roughWidth(text, 1)).toBeGreaterThanOrEqual(real)
    expect(roughWidth(text, 1)).toBeLessThan(real * 1.25 + 0.5)
  })

  it('grows with the size and with the text', () => {
    expect(roughWidth('甲a', 10)).toBeCloseTo(roughWidth('甲', 10) + roughWidth('a', 10))
    expect(roughWidth('甲a', 20)).toBeCloseTo(2 * roughWidth('甲a', 10))
  })

  // Of Arial Bold.
  it.each([
    { text: 'Attainment', real: 5.222 },
    { text: 'Reason', real: 3.612 },
  ])('of a head is not less than what $text takes', ({ text, real }) => {
    expect(roughHeadWidth(text, 1)).toBeGreaterThanOrEqual(real)
  })
})
