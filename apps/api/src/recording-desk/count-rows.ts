import type { CountRow } from '@xushi/contract'
import type { LocalDate, ReportingUnit } from '@xushi/domain'
import { nation } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources, type RegisterSource } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import { countIn, nationalCount, registerUnits } from '../figures/register-count.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import { type GridAsked, goalOf } from './grid-asked.ts'

/** The registers that are open: what they count in the region, and whether its list was confirmed. */
export async function countRows(indicators: readonly Indicator[], grid: GridAsked): Promise<CountRow[]> {
  const { reading, view, month, region, before, person } = grid
  const counted = indicators.filter(({ kind, chosenFrom }) => kind === 'counted' && chosenFrom.length === 0)
  const sources = await entrySources(reading, counted, view, null)
  return counted.flatMap((indicator): CountRow[] => {
    const source = sources.get(indicator.id)?.register ?? null
    const units = registerUnits(indicator, view, month.endsOn).filter(
      (unit) => (region === nation ? unit.region === nation : unit.region === region) && isMine(person, unit, view),
    )
    if (source === null || view.registerOf(indicator.id) === undefined || units.length === 0) return []
    const count = (on: LocalDate) => measuredWire(figureIn(indicator, view, source, region, on), indicator.decimals)
    const confirmed = source.confirmations.some(
      (one) => one.period === month.code && units.some(({ id }) => id === one.unit),
    )
    return [
      {
        is: 'count',
        ...goalOf(indicator),
        region,
        past: before.map(({ endsOn }) => count(endsOn)),
        figure: count(month.endsOn),
        confirmed,
      },
    ]
  })
}

const isMine = (person: Person, unit: ReportingUnit, view: CatalogueView) =>
  reaches(person, 'register:confirm', unit.id, view.units)

const figureIn = (indicator: Indicator, view: CatalogueView, source: RegisterSource, region: string, on: LocalDate) =>
  (region === nation ? nationalCount(indicator, view, source, on) : countIn(region, indicator, view, source, on)).figure
