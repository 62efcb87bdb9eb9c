import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FlowSource, flowLayout } from './flow-layout.ts'

const frame = { barAt: 700, seatsAt: 800, seats: { top: 120, height: 92 }, gap: 32 }
const hundred: FlowSource = { squares: { width: 218, top: 98, height: 64 }, candidates: 14, chosen: 0 }
const thousand: FlowSource = { squares: { width: 593, top: 300, height: 78 }, candidates: 9, chosen: 0 }

describe('the ribbons of a choice', () => {
  it('are as wide as the candidates are many, by one measure', () => {
    const { nodes } = flowLayout([hundred, thousand], frame)
    expect(nodes.map(({ height }) => height)).toEqual([42, 27])
    const [a, b] = nodes.map(({ top, height }) => [top, top + height])
    expect(b?.[0]).toBeGreaterThan(a?.[1] ?? 0)
  })

  it('lead to seats that nobody has yet, until somebody is chosen', () => {
    expect(flowLayout([hundred, thousand], frame).open).not.toBeNull()
    const after = flowLayout([{ ...hundred, chosen: 4 }, thousand], frame)
    expect(after.open).toBeNull()
    expect(after.nodes.map(({ chosen }) => chosen === null)).toEqual([false, true])
  })

  it('have their bars around the middle of the empty seats, and each beside its own once they are taken', () => {
    const middle = ({ top, height }: { readonly top: number; readonly height: number }) => top + height / 2
    const [first, last] = flowLayout([hundred, thousand], frame).nodes
    expect(((first?.top ?? 0) + (last?.top ?? 0) + (last?.height ?? 0)) / 2).toBe(middle(frame.seats))
    const names = { ...frame, seats: { top: 76, height: 260 } }
    const { nodes } = flowLayout(
      [
        { ...hundred, chosen: 4 },
        { ...thousand, chosen: 6 },
      ],
      names,
    )
    expect(nodes.map(middle)).toEqual([76 + 52, 76 + 104 + 78])
  })

  it('do not come from where nobody was put forward', () => {
    const none = flowLayout([{ ...hundred, candidates: 0 }, thousand], frame)
    expect(none.nodes[0]).toMatchObject({ height: 0, ribbon: null })
    expect(flowLayout([{ ...hundred, candidates: 0 }], frame).open).toBeNull()
  })

  it('are never wider than the squares they come from, nor taller than the drawing', () => {
    const many = fc.record({ candidates: fc.nat(900), height: fc.integer({ min: 9, max: 90 }) })
    fc.assert(
      fc.property(fc.array(many, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, isPublished) => {
        const sources = all.map(({ candidates, height }) => ({
          squares: { width: 200, top: 0, height },
          candidates,
          chosen: isPublished ? Math.ceil(candidates / 3) : 0,
        }))
        const { nodes } = flowLayout(sources, frame)
        for (const [index, { height }] of nodes.entries()) {
          expect(height).toBeLessThanOrEqual((all[index]?.height ?? 0) + 1e-6)
        }
        for (const [index, { top }] of nodes.entries()) {
          const before = nodes[index - 1]
          if (before !== undefined) expect(top).toBeGreaterThanOrEqual(before.top + before.height + frame.gap - 1e-6)
        }
        expect(nodes.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(120 + 1e-6)
      }),
    )
  })
})
