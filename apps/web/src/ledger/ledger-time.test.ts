import { describe, expect, it } from 'vitest'
import { exactTime, utcTime } from './ledger-time.ts'

describe('the time of an event', () => {
  it('is told to the second in China and to the millisecond in UTC', () => {
    expect(exactTime('2020-10-29T16:20:07.125Z')).toBe('2020-10-30 00:20:07')
    expect(utcTime('2020-10-29T16:20:07.125Z')).toBe('2020-10-29 16:20:07.125 UTC')
  })
})
