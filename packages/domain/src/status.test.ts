import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusByIndex, statuses } from './status.ts'

const byDefault = { onSchedule: 1, slightlyBehind: 0.8 }

describe('statusByIndex', () => {
  it.each([
    { index: 1.8, status: 'on-schedule' },
    { index: 1, status: 'on-schedule' },
    { index: 0.999_999, status: 'slightly-behind' },
    { index: 0.8, status: 'slightly-behind' },
    { index: 0.799_999, status: 'behind' },
    { index: 0, status: 'behind' },
    { index: -1, status: 'behind' },
  ])('is $status at $index', ({ index, status }) => {
    expect(statusByIndex(index, byDefault)).toBe(status)
  })

  it('follows the thresholds of the programme', () => {
    expect(statusByIndex(0.9, { onSchedule: 0.9, slightlyBehind: 0.5 })).toBe('on-schedule')
    expect(statusByIndex(0.6, { onSchedule: 0.9, slightlyBehind: 0.5 })).toBe('slightly-behind')
  })

  it('never worsens with a better index', () => {
    const index = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(index, index, (a, b) => {
        const [worse, better] = [Math.min(a, b), Math.max(a, b)].map((one) =>
          statuses.indexOf(statusByIndex(one, byDefault)),
        )
        expect(better).toBeLessThanOrEqual(worse ?? 0)
      }),
    )
  })
})
