import { describe, expect, it } from 'vitest'
import { checkPassword, initialPassword, isPassword, isTooOld, passwordHash } from './password.ts'

describe('checkPassword', () => {
  it.each(['Chang-Jiang-7', '长江黄河ab长江黄河2', `${'Ab1cd'.repeat(21)}!`, 'correct Horse battery'])(
    'takes %j',
    (password) => {
      expect(() => checkPassword('dengbao', password, 'li.jing')).not.toThrow()
    },
  )

  it.each([
    { password: 'Ab1!', reason: 'too short' },
    { password: `Ab1!${'x'.repeat(200)}`, reason: 'too long' },
    { password: 'onlysmallletters', reason: 'one kind of character' },
    { password: 'onlysmall2020', reason: 'two kinds of characters' },
    { password: 'Li.Jing-2020!', reason: 'the user name in it' },
    { password: 'Password2020!', reason: 'a common password with a year' },
    { password: 'aaaaaaaaaaaaA1!', reason: 'one key held down' },
    { password: `${'Ab1'.repeat(21)}!`, reason: 'a short word over and over' },
    { password: 'Changggg-Jiang-7', reason: 'one key held down among others' },
    { password: 'Qwerty123456', reason: 'a common password with digits' },
  ])('refuses $password: $reason', ({ password }) => {
    expect(() => checkPassword('dengbao', password, 'li.jing')).toThrow('weak-password')
  })

  it('refuses the password that is to be replaced', () => {
    expect(() => checkPassword('dengbao', 'Chang-Jiang-7', 'li.jing', 'Chang-Jiang-7')).toThrow('weak-password')
  })
})

describe('the policies', () => {
  const takes = (policy: 'dengbao' | 'asvs', password: string) => {
    try {
      checkPassword(policy, password, 'li.jing')
      return true
    } catch {
      return false
    }
  }
  it.each([
    ['several small words', true, false],
    ['Chang-Jiang-7', false, true],
    ['123456789012345', false, false],
    ['aaaaaaaaaaaaaaaaa', false, false],
    ['abcdefghijklmno', false, false],
    ['aaaaaaaaaaaaA1!', false, false],
    ['several smallllllll words', false, false],
    ['li.jing-and-a-long-tail-7', false, false],
  ] as const)('%s: asvs %s, dengbao %s', (password, asvs, dengbao) => {
    expect([takes('asvs', password), takes('dengbao', password)]).toEqual([asvs, dengbao])
  })
  it('let a password grow old, or do not', () => {
    const at = (day: string) => `${day}T00:00:00.000Z`
    expect(isTooOld('dengbao', at('2020-01-01'), at('2020-03-31'))).toBe(false)
    expect(isTooOld('dengbao', at('2020-01-01'), at('2020-04-01'))).toBe(true)
    expect(isTooOld('asvs', at('2020-01-01'), at('2030-01-01'))).toBe(false)
  })
})

describe('initialPassword', () => {
  it('is accepted by the policy and never the same', () => {
    const passwords = Array.from({ length: 200 }, initialPassword)
    for (const password of passwords) expect(() => checkPassword('dengbao', password, 'li.jing')).not.toThrow()
    expect(new Set(passwords).size).toBe(200)
  })
})

describe('isPassword', () => {
  it('is true for the password of the hash alone', async () => {
    const hashed = await passwordHash('Chang-Jiang-7')
    expect(hashed).toMatch(/^\$argon2id\$/)
    expect(await isPassword('Chang-Jiang-7', hashed)).toBe(true)
    expect(await isPassword('chang-jiang-7', hashed)).toBe(false)
  })

  it('is false where there is no account', async () => {
    expect(await isPassword('Chang-Jiang-7', null)).toBe(false)
  })

  it('reads a password to its last byte', async () => {
    const long = `A1-${'长'.repeat(60)}`
    const hashed = await passwordHash(`${long}a`)
    expect(await isPassword(`${long}b`, hashed)).toBe(false)
  })

  it('uses a salt of its own for each hash', async () => {
    expect(await passwordHash('Chang-Jiang-7')).not.toBe(await passwordHash('Chang-Jiang-7'))
  })
})
