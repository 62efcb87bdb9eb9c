import { describe, expect, it } from 'vitest'
import { charactersIn } from './font-pieces.ts'

describe('charactersIn', () => {
  it.each([
    { range: 'U+4e00', text: '一二', held: '一' },
    { range: 'U+20, U+4e00-4e0a', text: 'a 丁', held: ' 丁' },
    { range: 'U+4e0b-4eff', text: '一', held: '' },
    { range: 'u+4e??', text: '一a', held: '一' },
    { range: 'U+1f921-1f930', text: '🤡', held: '🤡' },
    { range: 'U+4e00-9fff', text: '', held: '' },
  ])('of “$text” $range holds “$held”', ({ range, text, held }) => {
    expect(charactersIn(range, text).join('')).toBe(held)
  })
})
