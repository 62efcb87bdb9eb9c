import { describe, expect, it } from 'vitest'
import { sortedBy } from './case-list.ts'

describe('the order of the list of cases', () => {
  it('turns the direction of a column that is clicked again', () => {
    expect([sortedBy(undefined, 'name'), sortedBy('name.up', 'name'), sortedBy('name.down', 'name')]).toEqual([
      'name.up',
      'name.down',
      'name.up',
    ])
  })
})
