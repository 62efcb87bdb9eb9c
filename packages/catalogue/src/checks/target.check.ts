import type { ProgrammeRows } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'
import type { Row } from '../rows.ts'
import type { IndicatorRow, PlanRow } from '../schema/indicator.schema.ts'
import { smallestUnits } from '../smallest-units.ts'
import type { KeyPath } from '../yaml-file.ts'

/** What contradicts itself in what is promised: comparator, band, basis and baseline, and numbers that cannot be kept exactly. */
export function* targetMistakes({ indicators, figures }: ProgrammeRows): Generator<Mistake> {
  for (const row of indicators.sound) {
    yield* comparatorMistakes(row)
    const decimals = row.value.decimals ?? 0
    for (const [keys, value] of amounts(row.value)) yield* amountMistakes(row, keys, value, decimals)
  }
  const decimalsOf = new Map(indicators.sound.map(({ value }) => [value.goal, value.decimals ?? 0]))
  for (const row of figures.sound) {
    const decimals = decimalsOf.get(row.value.goal)
    if (decimals !== undefined) yield* amountMistakes(row, ['value'], row.value.value, decimals)
  }
}

function* comparatorMistakes({ value, place }: Row<IndicatorRow>): Generator<Mistake> {
  const { target, baseline, direction = 'rising' } = value
  if (target === undefined) return

  const { comparator, basis, perRegion } = target
  if (basis === 'increment' && baseline === undefined) yield mistake(place('target'), 'increment-without-baseline')
  if (comparator.is === 'range' && perRegion !== true) yield mistake(place('target'), 'range-not-per-region')
  const against =
    direction === 'rising' ? comparator.is === 'at-most' : ['at-least', 'more-than'].includes(comparator.is)
  if (against) yield mistake(place('target', 'comparator'), 'comparator-against-direction', comparator.is, direction)
  if ('from' in comparator && !(comparator.from <= comparator.value && comparator.value <= comparator.to)) {
    const { from, value: middle, to } = comparator
    yield mistake(place('target', 'comparator'), 'band-without-value', from, middle, to)
  }
}

function* amountMistakes(row: Row<unknown>, keys: KeyPath, value: number, decimals: number): Generator<Mistake> {
  const count = smallestUnits(value, decimals)
  const name = keys.join('.')
  if (count === 'too-many-places') yield mistake(row.place(...keys), 'too-many-places', name, value, decimals)
  if (count === 'too-large') yield mistake(row.place(...keys), 'too-large', name, value)
}

/** Every number of a row that is in the indicator's unit, with the keys that lead to it. */
function amounts({ target, baseline, plan }: IndicatorRow): readonly (readonly [KeyPath, number])[] {
  const was = target?.change?.was
  return [
    ...comparatorAmounts(['target', 'comparator'], target?.comparator),
    ...comparatorAmounts(['target', 'change', 'was', 'comparator'], was?.comparator),
    ...(baseline ? [[['baseline', 'value'], baseline.value] as const] : []),
    ...(baseline?.change?.was ? [[['baseline', 'change', 'was', 'value'], baseline.change.was.value] as const] : []),
    ...planAmounts(['plan'], plan),
    ...planAmounts(['plan', 'change', 'was'], plan?.change?.was),
  ]
}

type ComparatorRow = NonNullable<IndicatorRow['target']>['comparator']

function comparatorAmounts(
  at: KeyPath,
  comparator: ComparatorRow | undefined,
): readonly (readonly [KeyPath, number])[] {
  if (comparator === undefined) return []
  const band = 'from' in comparator ? { from: comparator.from, to: comparator.to } : {}
  return Object.entries({ value: comparator.value, ...band }).map(([key, value]) => [[...at, key], value] as const)
}

type PlanLine = Pick<PlanRow, 'is'> & { readonly points?: readonly { readonly value: number }[] }

function planAmounts(at: KeyPath, plan: PlanLine | undefined): readonly (readonly [KeyPath, number])[] {
  return (plan?.points ?? []).map(({ value }, index) => [[...at, 'points', index, 'value'], value] as const)
}
