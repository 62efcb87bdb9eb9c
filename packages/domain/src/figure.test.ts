import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, type Bound, divide, type Figure, type Known, known, subtract, unknown } from './figure.ts'

const bounds = [undefined, 'above', 'below', 'about'] as const
const anyBound = fc.constantFrom(...bounds)
const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const anyKnown = fc.tuple(whole, anyBound).map(([value, bound]) => known(value, bound))
const anyFigure: fc.Arbitrary<Figure> = fc.oneof(anyKnown, fc.constantFrom('a', 'b').map(unknown))

describe('known', () => {
  it('leaves the bound of an exact figure out', () => {
    expect(known(0)).toStrictEqual({ known: true, value: 0 })
    expect(known(5, 'above')).toStrictEqual({ known: true, value: 5, bound: 'above' })
  })
})

describe('add and subtract', () => {
  it.each([
    { a: undefined, b: undefined, sum: undefined, difference: undefined },
    { a: 'above', b: undefined, sum: 'above', difference: 'above' },
    { a: undefined, b: 'above', sum: 'above', difference: 'below' },
    { a: 'below', b: undefined, sum: 'below', difference: 'below' },
    { a: undefined, b: 'below', sum: 'below', difference: 'above' },
    { a: 'above', b: 'above', sum: 'above', difference: 'about' },
    { a: 'below', b: 'below', sum: 'below', difference: 'about' },
    { a: 'above', b: 'below', sum: 'about', difference: 'above' },
    { a: 'below', b: 'above', sum: 'about', difference: 'below' },
    { a: 'about', b: undefined, sum: 'about', difference: 'about' },
    { a: 'above', b: 'about', sum: 'about', difference: 'about' },
    { a: 'about', b: 'below', sum: 'about', difference: 'about' },
  ] as const)('$a and $b make a sum $sum and a difference $difference', ({ a, b, sum, difference }) => {
    expect(add(known(55, a), known(16, b))).toStrictEqual(known(71, sum))
    expect(subtract(known(55, a), known(16, b))).toStrictEqual(known(39, difference))
  })

  it('stay unknown with the first reason, and never take a lack for zero', () => {
    const lacking: Figure = unknown('not-reported')
    expect(add(known(5), lacking)).toEqual(lacking)
    expect(subtract(lacking, known(5))).toEqual(lacking)
    expect(add<string>(unknown('first'), unknown('second'))).toEqual(unknown('first'))
    expect(subtract<string>(unknown('first'), unknown('second'))).toEqual(unknown('first'))
  })

  it('are known exactly when both parts are', () => {
    fc.assert(
      fc.property(anyFigure, anyFigure, (a, b) => {
        expect(add(a, b).known).toBe(a.known && b.known)
        expect(subtract(a, b).known).toBe(a.known && b.known)
      }),
    )
  })

  it('add the same either way round', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, (a, b) => {
        expect(add(a, b)).toEqual(add(b, a))
      }),
    )
  })

  it('never claim a bound that a true value behind the parts breaks', () => {
    const beyond = fc.nat(1000)
    fc.assert(
      fc.property(anyKnown, anyKnown, beyond, beyond, (a, b, i, j) => {
        const [trueA, trueB] = [truth(a, i), truth(b, j)]
        expect(allows(add(a, b), trueA + trueB)).toBe(true)
        expect(allows(subtract(a, b), trueA - trueB)).toBe(true)
      }),
    )
  })
})

describe('divide', () => {
  it.each([
    { a: known(28), by: 20, ratio: known(1.4) },
    { a: known(28, 'above'), by: 20, ratio: known(1.4, 'above') },
    { a: known(-10, 'above'), by: -20, ratio: known(0.5, 'below') },
    { a: known(-10, 'below'), by: -20, ratio: known(0.5, 'above') },
    { a: known(-10, 'about'), by: -20, ratio: known(0.5, 'about') },
    { a: known(0), by: -20, ratio: known(0) },
  ])('$a.value $a.bound by $by is $ratio.value $ratio.bound', ({ a, by, ratio }) => {
    expect(divide(a, by)).toStrictEqual(ratio)
  })

  it('leaves the unknown unknown', () => {
    expect(divide(unknown('withheld'), 20)).toEqual(unknown('withheld'))
  })

  it('never rounds 99.96 % to 100 %', () => {
    expect(divide(known(99_960_000), 100_000_000)).toEqual(known(0.9996))
  })

  it('never claims a bound that a true value breaks', () => {
    const divisor = fc.integer({ min: -1000, max: 1000 }).filter((by) => by !== 0)
    fc.assert(
      fc.property(anyKnown, fc.nat(1000), divisor, (a, i, by) => {
        expect(allows(divide(a, by), truth(a, i) / by)).toBe(true)
      }),
    )
  })
})

/** A true value that a bounded figure allows, some way beyond it. */
function truth({ value, bound }: Known, beyond: number): number {
  const way: Readonly<Record<Bound, number>> = {
    above: beyond,
    below: -beyond,
    about: beyond % 2 === 0 ? beyond : -beyond,
  }
  return bound === undefined ? value : value + way[bound]
}

function allows(figure: Figure, truly: number): boolean {
  if (!figure.known) return false
  if (figure.bound === 'above') return truly >= figure.value
  if (figure.bound === 'below') return truly <= figure.value
  return figure.bound === 'about' || truly === figure.value
}
