import { describe, expect, it } from 'vitest'
import { classText } from './ramp-legend.tsx'
import { rampFrom } from './ramp-steps.ts'
import { tileGridWords } from './tile-grid.words.ts'

const texts = (limits: readonly number[], whole: boolean) =>
  rampFrom(limits).map((part) => classText(part, String, whole, tileGridWords.zh))

describe('classText', () => {
  it.each([
    { limits: [15, 30, 45, 80], whole: true, says: ['<15', '15–29', '30–44', '45–79', '≥80'] },
    { limits: [1, 2, 5], whole: true, says: ['0', '1', '2–4', '≥5'] },
    { limits: [0.5, 0.9], whole: false, says: ['<0.5', '0.5–0.9', '≥0.9'] },
    { limits: [], whole: true, says: ['各地相同'] },
  ])('says $says for $limits', ({ limits, whole, says }) => {
    expect(texts(limits, whole)).toEqual(says)
  })
})
