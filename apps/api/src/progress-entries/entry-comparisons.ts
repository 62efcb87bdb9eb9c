import type { EntryComparison } from '@xushi/contract'
import {
  countingFigures,
  exceedsWhole,
  type Figure,
  known,
  type LocalDate,
  newestAsOf,
  type PeriodTotal,
  regionalFigure,
  subtract,
} from '@xushi/domain'
import { accumulationOf, nation } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { countsAfter, expectedCount, isRegional, nationalFigures } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import type { Checked } from './entry-checks.ts'
import { typedFor } from './submission.ts'

/** What the regions add up to on a day, from totals of periods. */
export function regionsOn({ indicator, view }: Checked, totals: readonly PeriodTotal[], on: LocalDate) {
  const after = countsAfter(indicator, view.programme(indicator.programme).publishedOn)
  return regionalFigure(accumulationOf(indicator), totals, on, expectedCount(indicator, view, on), after)
}

/** The sources that stand beside an entry on the last day of its period; those that say nothing are left out. */
export function comparisonsOf(checked: Checked): EntryComparison[] {
  // A yes or no is not subtracted.
  if (checked.indicator.kind === 'yes-no') return []
  return checked.entry.region === nation ? besideNation(checked) : besideRegions(checked)
}

/** The total of the regions with the entry, beside what counts for the nation. */
function besideRegions(checked: Checked): EntryComparison[] {
  const { entry, indicator, view, sources, totals } = checked
  const newest = newestAsOf(countingFigures(nationalFigures(view.publishedOf(indicator), sources)), entry.endsOn)
  const { figure: sum } = regionsOn(checked, totals.after, entry.endsOn)
  if (newest === null || !sum.known || indicator.aggregation.regions !== 'sum') return []
  const figure = known(newest.value, newest.bound)
  const whole = gainOf(indicator, figure)
  const beside = { of: 'regions', source: 'national', figure, on: newest.on } as const
  return [{ ...comparison(indicator, beside, sum, whole), exceeds: exceedsWhole(sum, whole) }]
}

/** The value of the nation, beside what was published and what the regions add up to. */
function besideNation(checked: Checked): EntryComparison[] {
  const { entry, indicator, view, totals } = checked
  const typed = typedFor(indicator, nation)
  // What is typed of one period alone is no figure since the start.
  if (entry.value === null || typed === 'period' || typed === 'yearToDate') return []
  const value = known(entry.value)
  const rows: EntryComparison[] = []
  const published = newestAsOf(countingFigures(nationalFigures(view.publishedOf(indicator), null)), entry.endsOn)
  if (published !== null) {
    const figure = known(published.value, published.bound)
    rows.push(comparison(indicator, { of: 'value', source: 'published', figure, on: published.on }, value, figure))
  }
  const { figure, on, reported } = regionsOn(checked, totals.before, entry.endsOn)
  if (isRegional(indicator) && figure.known && indicator.aggregation.regions === 'sum') {
    const gain = gainOf(indicator, value)
    const row = comparison(indicator, { of: 'value', source: 'regions', figure, on }, gain, figure)
    rows.push({ ...row, reported, exceeds: exceedsWhole(figure, gain) })
  }
  return rows
}

type Beside = Pick<EntryComparison, 'of' | 'source' | 'on'> & { readonly figure: Figure }

function comparison(indicator: Indicator, beside: Beside, compared: Figure, source: Figure): EntryComparison {
  const wire = (figure: Figure) => measuredWire(figure, indicator.decimals)
  const difference = wire(subtract(compared, source))
  return { ...beside, figure: wire(beside.figure), reported: null, difference, exceeds: false }
}

/** What flows are compared with: the figure of the nation less its baseline. A stock is compared as it is. */
function gainOf({ aggregation, baseline }: Indicator, figure: Figure): Figure {
  if (aggregation.time !== 'sum' || baseline === null) return figure
  return subtract(figure, known(baseline.value, baseline.bound))
}
