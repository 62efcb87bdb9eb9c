import type { Series } from '@xushi/contract'
import { type Figure, type LocalDate, monthsBetween, parsePeriod } from '@xushi/domain'
import type { Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources, type RegisterSource } from '../figures/evidence.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { IndicatorAsked } from '../figures/indicator-asked.ts'
import { countOwn, nationalCount, registersByProvince, registerUnits } from '../figures/register-count.ts'
import type { Point, Range, RegionColumns, SeriesAsked } from './series.service.ts'

const noCases: RegisterSource = { members: [], confirmations: [] }

/** What a register counts at the end of each month since its opening, and on the date asked for, in total or by region. */
export async function registerSeries(
  reading: Reading,
  { by = 'total' }: SeriesAsked,
  range: Range,
  { indicator, times, view }: IndicatorAsked,
): Promise<Series> {
  const sources = await entrySources(reading, [indicator], view, times.knownSeq)
  const source = sources.get(indicator.id)?.register ?? noCases
  const points = monthsCounted(indicator, times.on, range)
  const { figuresSeq, knownSeq } = times
  return {
    indicator: indicator.id,
    by,
    source: 'register',
    knownAt: knownSeq ?? figuresSeq,
    figuresSeq,
    unit: indicator.unit,
    decimals: indicator.decimals,
    periods: points.map(({ code }) => code),
    endsOn: points.map(({ endsOn }) => endsOn),
    total: totalColumns(indicator, view, source, points),
    ...(by === 'region' && { regions: regionColumns(indicator, view, source, points) }),
    demo: source.members.some(({ demo }) => demo),
  }
}

function monthsCounted({ opening }: Indicator, on: LocalDate, { startsOn, endsOn }: Range): readonly Point[] {
  if (opening === null) return []
  return monthsBetween(opening.openedOn, on)
    .map((code) => ({ code, endsOn: [parsePeriod(code)?.endsOn ?? on, on].sort()[0] ?? on }))
    .filter((point) => point.endsOn >= startsOn && point.endsOn <= endsOn)
}

function totalColumns(
  indicator: Indicator,
  view: CatalogueView,
  source: RegisterSource,
  points: readonly Point[],
): Series['total'] {
  const counts = points.map(({ endsOn }) => nationalCount(indicator, view, source, endsOn))
  const figures = counts.map(({ figure }) => figure)
  const enough = view.programme(indicator.programme).completeness
  return {
    ...columnsOf(figures, indicator.decimals, indicator.opening?.balance ?? 0),
    reported: counts.map(({ reported }) => reported.units),
    expected: counts.map(({ reported }) => reported.expected),
    complete: counts.map(({ reported: { units, expected } }) => units >= Math.ceil(expected * enough)),
  }
}

function regionColumns(
  indicator: Indicator,
  view: CatalogueView,
  source: RegisterSource,
  points: readonly Point[],
): RegionColumns {
  const byProvince = registersByProvince(source, view)
  const expected = points.flatMap(({ endsOn }) => registerUnits(indicator, view, endsOn).map(({ region }) => region))
  const codes = new Set([...expected, ...byProvince.keys()])
  return [...codes].sort().map((region) => {
    const own = byProvince.get(region) ?? { ...source, members: [] }
    const figures = points.map(({ endsOn }) => countOwn(region, indicator, view, own, endsOn).figure)
    const { flow, cumulative, bound } = columnsOf(figures, indicator.decimals, 0)
    return {
      region,
      name: view.region(region).shortName,
      value: flow,
      cumulative,
      bound,
      absence: points.map(() => null),
      carried: points.map(() => false),
    }
  })
}

/** Counts as columns; what came in less what left is known where two counts in a row are. @param start what was there before the first */
function columnsOf(figures: readonly Figure[], decimals: number, start: number) {
  const values = figures.map((figure) => (figure.known ? figure.value : null))
  const before = [start, ...values]
  const wire = (value: number | null) => (value === null ? null : valueWire(value, decimals))
  return {
    flow: values.map((value, index) => wire(difference(value, before[index] ?? null))),
    cumulative: values.map(wire),
    bound: figures.map((figure) => (figure.known ? (figure.bound ?? null) : null)),
  }
}

const difference = (value: number | null, before: number | null) =>
  value === null || before === null ? null : value - before
