import { describe, expect, it } from 'vitest'
import { periodInWords } from './period-in-words.ts'

describe('periodInWords', () => {
  it.each([
    ['2020', '2020年', '2020'],
    ['2020-H1', '2020年上半年', 'first half of 2020'],
    ['2020-H2', '2020年下半年', 'second half of 2020'],
    ['2020-Q3', '2020年三季度', 'third quarter of 2020'],
    ['2020-02', '2020年2月', 'February 2020'],
    ['2020-10', '2020年10月', 'October 2020'],
    ['2020-01..2020-02', '2020年1—2月', 'January to February 2020'],
    ['2020-10-29', '2020-10-29', '2020-10-29'],
    ['2020-W10', '2020-W10', '2020-W10'],
    ['', '', ''],
  ])('says %s as one does', (code, zh, en) => {
    expect([periodInWords(code, 'zh'), periodInWords(code, 'en')]).toEqual([zh, en])
  })
})
