import { describe, expect, it } from 'vitest'
import { answersOf } from './prefecture-answers.ts'

const endsOn = ['2020-08-31', '2020-09-30', '2020-10-31']
const column = (region: string, value: (number | null)[]) => ({
  region,
  name: { zh: region, en: region },
  value,
  cumulative: value,
  bound: value.map(() => null),
  absence: value.map(() => null),
  carried: value.map(() => false),
})

describe('answersOf', () => {
  it('holds what was said last by the date, until it changes', () => {
    const regions = [
      column('320100', [1, null, 0]),
      column('320200', [0, 1, null]),
      column('320300', [null, null, null]),
    ]
    const answers = answersOf({ regions, endsOn }, '2020-10-29')
    expect(answers.get('320100')).toBe('yes')
    expect(answers.get('320200')).toBe('yes')
    expect(answersOf({ regions, endsOn }, '2020-10-31').get('320100')).toBe('no')
  })

  it('does not know who never said anything: unknown is never no', () => {
    const answers = answersOf({ regions: [column('320300', [null, null, 1])], endsOn }, '2020-10-29')
    expect(answers.has('320300')).toBe(false)
  })
})
