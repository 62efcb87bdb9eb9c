import { describe, expect, it } from 'vitest'
import { nearestWord } from './nearest-word.ts'

const keys = ['responsible', 'reportedBy', 'reportingLevel', 'due', 'decimals']

describe('nearestWord', () => {
  it.each([
    { written: 'responsable', nearest: 'responsible' },
    { written: 'reportedby', nearest: 'reportedBy' },
    { written: 'decimal', nearest: 'decimals' },
    { written: 'duo', nearest: 'due' },
    { written: 'colour', nearest: undefined },
    { written: 'T09', nearest: undefined },
    { written: '320001', nearest: undefined },
  ])('takes $written for $nearest', ({ written, nearest }) => {
    expect(nearestWord(written, [...keys, 'T06', '320000'])).toBe(nearest)
  })
})
