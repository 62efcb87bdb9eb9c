import { describe, expect, it } from 'vitest'
import { encodedBody } from './encoded-body.ts'
import { keptBodies } from './kept-bodies.ts'

/** A body of so many bytes as it stands. */
const body = (bytes: number) => encodedBody('x'.repeat(bytes - 2))

describe('the answers that are kept', () => {
  it('are as many as there is room for, the one unused for longest gone first', () => {
    const kept = keptBodies(100)
    kept.keep('one', body(40))
    kept.keep('two', body(40))
    kept.find('one')
    kept.keep('three', body(40))
    expect(['one', 'two', 'three'].filter((tag) => kept.find(tag) !== undefined)).toEqual(['one', 'three'])
  })

  it('count every encoding they were given', async () => {
    const kept = keptBodies(100)
    const [first, second] = [body(40), body(58)]
    kept.keep('first', first)
    kept.keep('second', second)
    expect(kept.find('first')).toBe(first)
    await second.in('gzip')
    kept.trim()
    expect([kept.find('first'), kept.find('second')]).toEqual([first, undefined])
  })

  it('have the last one among them, however large', () => {
    const kept = keptBodies(100)
    kept.keep('small', body(10))
    kept.keep('large', body(1000))
    expect([kept.find('small'), kept.find('large')?.bytes()]).toEqual([undefined, 1000])
  })
})
