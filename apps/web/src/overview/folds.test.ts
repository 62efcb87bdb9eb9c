import { describe, expect, it } from 'vitest'
import { folded, isUnfolded } from './folds.ts'

describe('folds in the address', () => {
  it('name only what stands otherwise than it comes', () => {
    const opened = folded({}, 'security', 'open', false)
    expect(opened).toEqual({ open: 'security' })
    expect(folded(opened, 'security', 'shut', false)).toEqual({})
    expect(folded({ open: 'security' }, 'ecology', 'open', false)).toEqual({ open: 'ecology,security' })
    expect(folded({}, 'security', 'shut', true)).toEqual({ shut: 'security' })
    expect(folded({ shut: 'security' }, 'security', 'open', true)).toEqual({})
  })

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ open: 'security' }, false, true],
    [{ shut: 'security' }, true, false],
    // A link from a phone, opened where the same part comes open.
    [{ open: 'security' }, true, true],
    [{ open: 'ecology' }, false, false],
  ] as const)('%j of a part that comes open (%s) is open: %s', (folds, comesOpen, open) => {
    expect(isUnfolded(folds, 'security', comesOpen)).toBe(open)
  })
})
