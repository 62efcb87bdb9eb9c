import { fixedClock } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { signInLimit } from './sign-in-limit.ts'

const here = '192.0.2.1'
const nine = '2026-11-24T09:00:00.000Z'

function attempts(limit: ReturnType<typeof signInLimit>, times: number, address: string, username: string) {
  return Array.from({ length: times }, () => limit.begin(address, username))
}

describe('signInLimit', () => {
  it('refuses after five attempts from one address, opens again after a quarter of an hour, and then after twice as long', () => {
    const clock = fixedClock(nine)
    const limit = signInLimit(clock)
    expect(attempts(limit, 6, here, 'li.jing')).toEqual([0, 0, 0, 0, 0, 900])

    clock.moveTo('2026-11-24T09:14:59.000Z')
    expect(limit.begin(here, 'li.jing')).toBe(1)
    clock.moveTo('2026-11-24T09:15:00.000Z')
    expect(attempts(limit, 6, here, 'li.jing')).toEqual([0, 0, 0, 0, 0, 1800])
    clock.moveTo('2026-11-24T09:45:00.000Z')
    expect(attempts(limit, 6, here, 'li.jing')).toEqual([0, 0, 0, 0, 0, 3600])
    clock.moveTo('2026-11-24T11:45:00.000Z')
    expect(attempts(limit, 6, here, 'li.jing')).toEqual([0, 0, 0, 0, 0, 900])
  })

  it.each(['LI.JING', ' li.jing ', 'ｌｉ.jing', 'Li.Jing'])('takes %j for the same name', (variant) => {
    const limit = signInLimit(fixedClock(nine))
    attempts(limit, 5, here, 'li.jing')
    expect(limit.begin(here, variant)).toBe(900)
  })

  it('limits an address that tries many names', () => {
    const limit = signInLimit(fixedClock(nine))
    for (let index = 0; index < 50; index += 1) limit.begin(here, `name-${index}`)
    expect(limit.begin(here, 'another')).toBe(900)
    expect(limit.begin('192.0.2.2', 'another')).toBe(0)
  })

  it('limits an account that is tried from many addresses, but not where its owner has signed in before', () => {
    const limit = signInLimit(fixedClock(nine))
    limit.begin(here, 'li.jing')
    limit.succeeded(here, 'li.jing')
    for (let index = 0; index < 50; index += 1) limit.begin(`198.51.100.${index}`, 'li.jing')
    expect(limit.begin('203.0.113.9', 'li.jing')).toBe(900)
    expect(limit.begin(here, 'li.jing')).toBe(0)
  })

  it('forgets the failures before a success, and does not count successes', () => {
    const limit = signInLimit(fixedClock(nine))
    for (let index = 0; index < 100; index += 1) {
      expect(limit.begin(here, `name-${index}`)).toBe(0)
      limit.succeeded(here, `name-${index}`)
    }
    attempts(limit, 4, here, 'li.jing')
    limit.succeeded(here, 'li.jing')
    expect(attempts(limit, 5, here, 'li.jing')).toEqual([0, 0, 0, 0, 0])
  })
})
