import { describe, expect, it } from 'vitest'
import { existsInCalendar } from './local-day.ts'

describe('existsInCalendar', () => {
  it.each(['2020-02-29', '2000-02-29', '2020-12-31', '2019-01-01'])('knows %s', (day) => {
    expect(existsInCalendar(day)).toBe(true)
  })

  it.each([
    '2020-02-30',
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-1-1',
  ])('refuses %s', (day) => {
    expect(existsInCalendar(day)).toBe(false)
  })
})
