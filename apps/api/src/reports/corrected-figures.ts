import type { CorrectedFigure } from '@xushi/contract'
import { isCorrected } from '@xushi/domain'
import type { ReportRequest } from '@xushi/report'
import { type IssuedReport, issuedReports, nation, type Reading } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { regionalRow } from '../dashboard/regional-standing.ts'
import { entrySources, isRegional } from '../figures/evidence.ts'
import { datedWire, type FigureWire } from '../figures/figure.wire.ts'
import { judged } from '../figures/judged.ts'
import type { Times } from '../figures/times.ts'
import { keptTo } from './report-parts.ts'
import type { Figures } from './reported-memory.ts'

type CorrectedAsked = {
  readonly programme: string
  readonly region?: string | undefined
  readonly times: Times
  readonly view: CatalogueView
}

type Report = Omit<IssuedReport, 'request'> & { readonly request: ReportRequest }

/**
 * 已更正: the targets of which the last issued report told another figure than is known of the same day at the moment of knowledge, by
 * indicator. For each target that is the newest report that told it, was issued and not withdrawn by then, and speaks of no later day
 * than the one asked for. A report of the nation is held against the nation, one of a region against that region.
 *
 * For readers who may see entries: reports are written from them.
 */
export async function correctedFigures(
  reading: Reading,
  sources: Sources,
  { programme, region = nation, times, view }: CorrectedAsked,
): Promise<ReadonlyMap<string, CorrectedFigure>> {
  const issued = await issuedReports(reading, { programme, region }, times.knownSeq)
  // What is kept of a report is what it was asked for, whole.
  const reports = (issued as readonly Report[]).filter(({ request: { on } }) => on <= times.on)
  const lastOf = new Map<string, Report>()
  const targets = view.indicatorsOf(programme).filter(isTold(region))
  for (const report of reports.toReversed()) {
    const isKept = keptTo(report.request.parts, view.programme(programme), targets)
    for (const { id } of targets.filter(({ id }) => isKept(id))) lastOf.set(id, report)
  }
  const corrected = new Map<string, CorrectedFigure>()
  for (const [report, ofReport] of Map.groupBy(lastOf, ([, report]) => report)) {
    const { id, number, request } = report
    const at = { programme, region, on: request.on, figuresSeq: times.figuresSeq }
    const keep = sources.reported.figures
    const told = await keep(`told ${id}`, () => figuresAt(reading, sources, { ...at, knownSeq: request.knownAt }))
    const now = await keep(`now ${JSON.stringify([...Object.values(at), times.knownSeq])}`, () =>
      figuresAt(reading, sources, { ...at, knownSeq: times.knownSeq }),
    )
    for (const [indicator] of ofReport) {
      const [before, after] = [told.get(indicator), now.get(indicator)]
      if (before !== undefined && after !== undefined && isCorrected(before, after)) {
        corrected.set(indicator, { report: { id, number, on: request.on }, told: before, now: after })
      }
    }
  }
  return corrected
}

/** What reports tell a figure of: targets; of a region, what regions report as a yes or no besides. */
const isTold = (region: string) => (indicator: Indicator) =>
  indicator.role === 'target' || (region !== nation && isRegional(indicator))

type FiguresAsked = {
  readonly programme: string
  readonly region: string
  readonly on: string
  readonly figuresSeq: number
  readonly knownSeq: number | null
}

/** The figures that count of all targets on a day, as known at a moment: what the overview of that day said then. */
async function figuresAt(
  reading: Reading,
  sources: Sources,
  { programme, region, on, figuresSeq, knownSeq }: FiguresAsked,
): Promise<Figures> {
  const view = await sources.catalogue.view(reading, figuresSeq, knownSeq, on)
  const targets = view.indicatorsOf(programme).filter(isTold(region))
  const entries = await entrySources(reading, targets, view, knownSeq)
  const asked = { programme: view.programme(programme), view, on }
  const figures = new Map<string, FigureWire>()
  for (const indicator of targets) {
    const own = entries.get(indicator.id) ?? { totals: [], national: [], register: null }
    const actual =
      region === nation
        ? datedWire(judged(indicator, asked, own).judgement.actual, indicator.decimals)
        : (await regionalRow(reading, indicator, { ...asked, region, knownSeq }, own, null)).actual
    figures.set(indicator.id, undated(actual))
  }
  return figures
}

/** The figure without its day: a figure that was carried on is no other one. */
function undated(figure: FigureWire): FigureWire {
  if (!figure.known) return { known: false, why: figure.why }
  const { value, bound } = figure
  return bound === undefined ? { known: true, value } : { known: true, value, bound }
}
