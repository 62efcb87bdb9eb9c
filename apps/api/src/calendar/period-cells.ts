import { type Period, periodOn, ruleOf } from '@xushi/domain'
import { handedInBetween, listConfirmations, type Reading } from '@xushi/store'
import {
  type CellsAsked,
  confirmationCellsOf,
  entryCellsOf,
  firstHandedIn,
  isConfirmedIn,
  type Owed,
} from './owed-cells.ts'

/** Only what counted at a ledger number (null in it: now) is there; null asks for everything that was handed in. */
type Counted = { readonly knownSeq: number | null } | null

const isCounted = (seq: number | null, { knownSeq }: NonNullable<Counted>): boolean =>
  seq !== null && (knownSeq === null || seq <= knownSeq)

/** Every cell that is expected of a unit in a period, and every register that it confirms, with how it stands. */
export async function periodCells(
  reading: Reading,
  period: Period,
  asked: CellsAsked,
  counted: Counted = null,
): Promise<readonly Owed[]> {
  const entries = await entryCells(reading, period, asked, counted)
  return [...entries, ...(await confirmationCells(reading, period, asked, counted))]
}

/** The cells of indicators whose own period ends in the one that was asked for: a quarter is owed in its last month. */
async function entryCells(
  reading: Reading,
  period: Period,
  asked: CellsAsked,
  counted: Counted,
): Promise<readonly Owed[]> {
  const indicators = asked.view.indicatorsOf(asked.programme.id).filter(({ typed }) => typed !== null)
  const ids = indicators.map(({ id }) => id)
  const rows = await handedInBetween(reading, ids, period.startsOn, period.endsOn)
  const there = counted === null ? rows : rows.filter(({ approvedSeq }) => isCounted(approvedSeq, counted))
  const first = firstHandedIn(there, asked)
  return indicators.flatMap((indicator) =>
    (['region', 'nation'] as const).flatMap((level) => {
      if (indicator.typed?.[level] == null) return []
      const own = periodOn(period.endsOn, ruleOf(indicator, asked.programme, level))
      return own.endsOn === period.endsOn ? entryCellsOf(indicator, { level, period: own }, first, asked) : []
    }),
  )
}

/** The registers that a unit confirms month by month, from the month of their opening on. */
async function confirmationCells(
  reading: Reading,
  period: Period,
  asked: CellsAsked,
  counted: Counted,
): Promise<readonly Owed[]> {
  const owed: Owed[] = []
  for (const indicator of asked.view.indicatorsOf(asked.programme.id)) {
    if (!isConfirmedIn(indicator, period, asked.view)) continue
    const given = await listConfirmations(reading, indicator.id)
    const rows = counted === null ? given : given.filter(({ confirmedSeq }) => isCounted(confirmedSeq, counted))
    owed.push(...confirmationCellsOf(indicator, period, rows, asked))
  }
  return owed
}
