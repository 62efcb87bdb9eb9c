import type { Reporting } from '@xushi/contract'

type UnitRow = Reporting['units'][number]
type Cell = UnitRow['cells'][number]
/** What a unit owes of one indicator, or the confirmation of one register: for one region, or for several. */
export type OwedItem = Pick<Cell, 'kind' | 'indicator' | 'name' | 'deadline'> & { readonly regions: readonly string[] }
export type Owing = { readonly unit: UnitRow['unit']; readonly count: number; readonly items: readonly OwedItem[] }

/** What a unit owes after its deadline, an indicator an item, the one that is longest late first. */
export function owedBy({ unit, cells }: UnitRow): Owing {
  const owed = cells.filter(({ timing }) => timing === 'owed')
  const grouped = Map.groupBy(owed, ({ kind, indicator, deadline }) => `${deadline} ${kind} ${indicator}`)
  const items = [...grouped.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...more]]) => (first === undefined ? [] : [itemOf(first, more)]))
  return { unit, count: owed.length, items }
}

const itemOf = ({ kind, indicator, name, deadline, region }: Cell, more: readonly Cell[]): OwedItem => ({
  kind,
  indicator,
  name,
  deadline,
  regions: [region, ...more.map((cell) => cell.region)],
})

/** How a line of the list is put into words. */
export type ListWords = {
  readonly head: string
  readonly unit: (owing: Owing) => string
  readonly item: (item: OwedItem, owing: Owing) => string
  readonly and: string
  readonly line: (unit: string, items: string) => string
}

/** The reminder as plain text to paste into a message: a head, then one line a unit that owes something. */
export function reminderText(owing: readonly Owing[], { head, unit, item, and, line }: ListWords): string {
  const owes = owing.filter(({ count }) => count > 0)
  return [head, ...owes.map((one) => line(unit(one), one.items.map((it) => item(it, one)).join(and)))].join('\n')
}
