import { describe, expect, it } from 'vitest'
import { fixedClock } from './fixed-clock.ts'

describe('fixedClock', () => {
  it('stands still until it is moved, in either direction', () => {
    const clock = fixedClock('2020-10-29T00:00:00.000Z')
    expect([clock(), clock()]).toEqual(['2020-10-29T00:00:00.000Z', '2020-10-29T00:00:00.000Z'])

    clock.moveTo('2020-08-29T00:00:00.000Z')
    expect(clock()).toBe('2020-08-29T00:00:00.000Z')
  })
})
