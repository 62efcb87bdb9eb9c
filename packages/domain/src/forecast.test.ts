import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparator } from './definition.ts'
import { known } from './figure.ts'
import { type Forecast, type ForecastInput, forecast } from './forecast.ts'
import { backTest, backTestSteps } from './forecast-back-test.ts'
import { type ForecastMethod, type ForecastPoint, forecastMethods } from './forecast-method.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'

/** The sum of regions of worked example B, in millions: two of its months lack somebody (DOMAIN: 4.8 亿, 28 of 31). */
const regions: readonly ForecastPoint[] = [
  { on: '2020-03-31', value: 42 },
  { on: '2020-04-30', value: 97 },
  { on: '2020-05-31', value: 158 },
  { on: '2020-06-30', value: 228, bound: 'above', incomplete: true },
  { on: '2020-07-31', value: 306, bound: 'above' },
  { on: '2020-08-31', value: 390, bound: 'above', incomplete: true },
  { on: '2020-09-30', value: 480, bound: 'above', incomplete: true },
]
const atLeast = (value: number): Comparator => ({ is: 'at-least', value })
const asked: ForecastInput = {
  points: regions,
  on: '2020-10-29',
  dueOn: '2020-12-31',
  goal: { comparator: atLeast(2000), from: known(0) },
  possible: { accumulates: true, least: 0 },
}

function made(method: ForecastMethod, parts: Partial<ForecastInput> = {}): Forecast {
  const outcome = forecast(method, { ...asked, ...parts })
  if (!outcome.known) throw new Error(outcome.why)
  return outcome
}

describe('forecast', () => {
  it('carries the pace of the last three months on to the due date', () => {
    const outcome = made('recent-pace')
    expect(outcome.pacePerMonth).toEqual(known(84, 'above'))
    expect(outcome.expected).toEqual(known(732, 'above'))
    expect(outcome.neededPerMonth.value).toBeCloseTo(506.67, 2)
    expect(outcome.neededPerMonth.bound).toBe('below')
    expect(outcome.used.map(({ on }) => on)).toEqual(['2020-06-30', '2020-07-31', '2020-08-31', '2020-09-30'])
    expect([outcome.points, outcome.incomplete]).toEqual([7, 2])
  })

  it('names the day on which the target is reached, between those of the edges of the band', () => {
    // (2000 − 480) / 84 = 18.095 months after September 2020. The edges: 480 + 84h ± 4.3027 × 6 × √(h (1 + h / 3)) = 2000.
    expect(made('recent-pace').reachedOn).toEqual({
      known: true,
      on: '2022-04-03',
      from: '2022-01-05',
      to: '2022-08-10',
    })
  })

  it('draws its line from the last point by ends of months to the due date', () => {
    const { line, expected, band } = made('recent-pace', { dueOn: '2020-12-15' })
    expect(line.map(({ on }) => on)).toEqual(['2020-09-30', '2020-10-31', '2020-11-30', '2020-12-15'])
    expect(line[0]).toEqual({ on: '2020-09-30', expected: 480, low: 480, high: 480 })
    expect(line.at(-1)).toEqual({ on: '2020-12-15', expected: expected.value, ...band })
  })

  it('never lets a running total fall, nor a count below 0 or above all there are', () => {
    const falling = [100, 90, 50, 20].map((value, index) => ({ on: `2020-0${index + 3}-28`, value }))
    const goal = { comparator: { is: 'all', value: 101 } as const, from: known(0) }
    const stock = made('recent-pace', { points: falling, goal, possible: { least: 0, most: 101 } })
    expect(stock.expected.value).toBe(0)
    expect(stock.band).toEqual({ low: 0, high: 101 })
    const total = made('theil-sen', { points: falling, goal, possible: { accumulates: true } })
    expect(total.expected.value).toBe(20)
    expect(total.band.low).toBe(20)
  })

  it.each([
    { case: 'the promise is kept', comparator: atLeast(480), why: 'reached' },
    { case: 'ten years are not enough', comparator: atLeast(480 + 84 * 121), why: 'beyond-horizon' },
    { case: 'the way leads elsewhere', comparator: { is: 'at-most', value: 100 } as const, why: 'not-at-this-pace' },
  ])('names no day where $case', ({ comparator, why }) => {
    const goal = { comparator, from: known(0) }
    const points = regions.map(({ on, value }) => ({ on, value }))
    expect(made('recent-pace', { goal, points }).reachedOn).toEqual({ known: false, why })
  })

  it('needs nothing more once the promise is kept, and one more than the number of "more than"', () => {
    const points = regions.map(({ on, value }) => ({ on, value }))
    const needed = (comparator: Comparator) =>
      made('recent-pace', { points, goal: { comparator, from: known(0) } }).neededPerMonth
    expect(needed(atLeast(480))).toEqual(known(0))
    expect(needed({ is: 'more-than', value: 480 })).toEqual(known(1 / 3))
  })

  it('counts an increment from its baseline, whose bound travels', () => {
    const points = regions.map(({ on, value }) => ({ on, value: value + 1600, bound: 'above' as const }))
    const goal = { comparator: atLeast(2000), from: known(1600, 'above') }
    const outcome = made('recent-pace', { points, goal, possible: {} })
    expect(outcome.expected).toEqual(known(2332, 'about'))
    expect(outcome.neededPerMonth.bound).toBe('about')
    expect(outcome.neededPerMonth.value).toBeCloseTo(506.67, 2)
  })

  it.each([
    { case: 'three points', parts: { on: '2020-06-29' }, why: 'too-few-points' },
    { case: 'no target', parts: { goal: null }, why: 'no-target' },
    { case: 'no due date', parts: { dueOn: null }, why: 'no-due-date' },
    { case: 'a due date behind', parts: { on: '2021-01-01' }, why: 'past-due' },
    { case: 'a figure of the due date', parts: { dueOn: '2020-09-30', on: '2020-09-30' }, why: 'past-due' },
  ])('says why there is none for $case', ({ parts, why }) => {
    for (const method of forecastMethods) {
      expect(forecast(method, { ...asked, ...parts })).toMatchObject({ known: false, why })
    }
  })

  it('counts two figures of one day as one', () => {
    const points = [...regions.slice(0, 3), { on: '2020-05-31', value: 160 }]
    expect(forecast('recent-pace', { ...asked, points })).toEqual({ known: false, why: 'too-few-points', points: 3 })
  })
})

const start = '2020-01-01'
const point = fc.record({
  on: fc.integer({ min: 0, max: 2000 }).map((days) => addDays(start, days)),
  value: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
  bound: fc.constantFrom(undefined, 'above' as const, 'below' as const, 'about' as const),
})
const plain = ({ on, value, bound }: { on: LocalDate; value: number; bound: ForecastPoint['bound'] }): ForecastPoint =>
  bound === undefined ? { on, value } : { on, value, bound }
const points = fc.array(point, { maxLength: 12 }).map((all) => all.map(plain))
const method = fc.constantFrom<ForecastMethod>(...forecastMethods)

/** Every number anywhere in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('the laws of a forecast', () => {
  it('below four points on distinct days there is none', () => {
    fc.assert(
      fc.property(method, points, (by, all) => {
        const { known: isKnown } = forecast(by, { ...asked, points: all, on: '2026-01-01', dueOn: '2027-12-31' })
        expect(isKnown).toBe(new Set(all.map(({ on }) => on)).size >= 4)
      }),
    )
  })

  it('every number is finite, the band holds the value, and the line ends in it', () => {
    fc.assert(
      fc.property(method, points, fc.boolean(), (by, all, accumulates) => {
        const input = { ...asked, points: all, on: '2026-01-01', dueOn: '2027-12-31', possible: { accumulates } }
        const outcome = forecast(by, input)
        if (!outcome.known) return
        expect(numbersIn(outcome).every(Number.isFinite)).toBe(true)
        for (const { low, expected, high } of outcome.line) {
          expect(low <= expected && expected <= high).toBe(true)
        }
        expect(outcome.line.at(-1)?.expected).toBe(outcome.expected.value)
        const tested = backTest(by, [...new Map(all.map((one) => [one.on, one])).values()].sort(byDay))
        expect(numbersIn(tested).every(Number.isFinite)).toBe(true)
      }),
    )
  })

  it('a figure after the date asked for changes nothing', () => {
    fc.assert(
      fc.property(method, point.map(plain), (by, late) => {
        const after = { ...late, on: addDays('2020-10-30', Math.abs(daysBetween(start, late.on))) }
        expect(forecast(by, { ...asked, points: [...regions, after] })).toEqual(forecast(by, asked))
      }),
    )
  })

  it('the days of a falling goal are those of its mirror image', () => {
    fc.assert(
      fc.property(method, points, fc.integer({ min: 1, max: 1_000_000_000 }), (by, all, level) => {
        const exact = all.map(({ on, value }) => ({ on, value }))
        const mirrored = exact.map(({ on, value }) => ({ on, value: -value }))
        const time = { ...asked, on: '2026-01-01', dueOn: '2027-12-31', possible: {} }
        const up = { ...time, points: exact, goal: { comparator: atLeast(level), from: known(0) } }
        const down = {
          ...time,
          points: mirrored,
          goal: { comparator: { is: 'at-most', value: -level } as const, from: known(0) },
        }
        const [a, b] = [forecast(by, up), forecast(by, down)]
        expect(a.known).toBe(b.known)
        if (!(a.known && b.known)) return
        expect(b.reachedOn).toEqual(a.reachedOn)
        expect(b.neededPerMonth.value + a.neededPerMonth.value).toBeCloseTo(0, 6)
      }),
    )
  })
})

const byDay = (a: ForecastPoint, b: ForecastPoint) => (a.on < b.on ? -1 : 1)

describe('the back-test', () => {
  it('forecasts each point from those before it alone', () => {
    const steps = backTestSteps('recent-pace', regions)
    expect(steps.map(({ point: { on } }) => on)).toEqual(['2020-07-31', '2020-08-31', '2020-09-30'])
    // By hand: 228 + 62, 306 + 209 / 3, 390 + 232 / 3.
    expect(steps.map(({ expected }) => Math.round(expected * 100) / 100)).toEqual([290, 375.67, 467.33])
  })

  it('is the mean of the errors, and counts what lay in the band', () => {
    const tested = backTest('recent-pace', regions)
    expect(tested.count).toBe(3)
    expect(tested.error.known && tested.error.value).toBeCloseTo((16 / 306 + 43 / 3 / 390 + 38 / 3 / 480) / 3, 12)
    expect(tested.within).toBe(3)
  })

  it('has nothing to say of four points, and no error on a straight line', () => {
    expect(backTest('recent-pace', regions.slice(0, 4))).toMatchObject({ count: 0, error: { known: false } })
    const line = regions.map(({ on }, index) => ({ on, value: 10 + 5 * index }))
    for (const by of forecastMethods) expect(backTest(by, line)).toEqual({ count: 3, error: known(0), within: 3 })
  })

  it('leaves out a value of 0, which has no percentage', () => {
    const zero = regions.map((one, index) => (index === 4 ? { ...one, value: 0 } : one))
    expect(backTest('theil-sen', zero).count).toBe(2)
  })
})
