import { describe, expect, it } from 'vitest'
import { eventChanges } from './event-changes.ts'

describe('the changes of an event', () => {
  it.each([
    ['a changed field', { a: 1, b: 2 }, { a: 1, b: 3 }, [['b', 2, 3]], ['a']],
    ['a field of a field', { body: { x: 1, y: 2 } }, { body: { x: 1, y: 3 } }, [['body.y', 2, 3]], ['body.x']],
    ['a list, as a whole', { a: [1, 2] }, { a: [2, 1] }, [['a', [1, 2], [2, 1]]], []],
    [
      'something new',
      null,
      { a: null, b: 1 },
      [
        ['a', undefined, null],
        ['b', undefined, 1],
      ],
      [],
    ],
    ['something gone', { a: 1 }, null, [['a', 1, undefined]], []],
    ['a field that came', { a: 1 }, { a: 1, b: null }, [['b', undefined, null]], ['a']],
    [
      'zero, nothing and an empty text, which are three things',
      { a: 0, b: null, c: '' },
      { a: null, b: '', c: 0 },
      [
        ['a', 0, null],
        ['b', null, ''],
        ['c', '', 0],
      ],
      [],
    ],
    [
      'an empty object',
      { a: {} },
      { a: { b: 1 } },
      [
        ['a', {}, undefined],
        ['a.b', undefined, 1],
      ],
      [],
    ],
    ['no sides at all', null, null, [], []],
  ] as const)('are %s', (_, before, after, changed, unchanged) => {
    const found = eventChanges(before, after)
    expect(found.changed.map((one) => [one.field, one.before, one.after])).toEqual(changed)
    expect(found.unchanged.map(({ field }) => field)).toEqual(unchanged)
  })
})
