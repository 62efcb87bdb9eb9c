import type { Dashboard, RegionsStanding } from '@xushi/contract'
import { type LocalDate, shanghaiDate } from '@xushi/domain'
import type { IndicatorLines, ReportMaterial, ReportRequest, ReportStand } from '@xushi/report'
import { accountNamesAt, eventAt, nation, type Reading, resolveKnownAt } from '@xushi/store'
import { shanghaiTime } from '@xushi/wording'
import { ambiguitiesOn } from '../ambiguities/ambiguities.service.ts'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { dashboardOn, type Moment, momentIn } from '../dashboard/dashboard.service.ts'
import { changesBetween } from '../dashboard/recent-changes.ts'
import { isRegional } from '../figures/evidence.ts'
import { indicatorPageOn } from '../indicators/indicator-page.service.ts'
import { seriesOn } from '../indicators/series.service.ts'
import { milestonesOn } from '../milestones/milestones-page.service.ts'
import { isReportedByRegions, standingOn } from '../regions/regions-standing.service.ts'
import { entryLines, type ListsAsked, lagLines, narrativeLines, registerCases } from './report-lists.ts'
import { owingOn } from './report-owing.ts'
import { keptTo } from './report-parts.ts'
import { reportingByRegion } from './report-reporting.ts'

const everything = { startsOn: '0000-01-01', endsOn: '9999-12-31' }

/**
 * All that a report is written from, in one snapshot and at one ledger number: the same view models as the pages show. Reports are for
 * people who may see entries.
 *
 * @throws DomainError unknown-programme, unknown-region, unknown-date, unknown-indicator
 */
export function reportMaterial(
  sources: Sources,
  request: ReportRequest,
  texts: ReportMaterial['texts'],
): Promise<ReportMaterial> {
  return sources.store.read(async (reading) => {
    const asked = askedOf(request)
    const moment = await momentIn(reading, sources, asked, request.knownAt)
    const { view, times } = moment
    const programme = view.programme(request.programme)
    const isKept = keptTo(request.parts, programme, view.indicatorsOf(programme.id))
    const narrowed = ({ indicators, milestones, ...rest }: Dashboard): Dashboard => ({
      ...rest,
      indicators: indicators.filter(({ id }) => isKept(id)),
      milestones: milestones.filter(({ id }) => isKept(id)),
    })
    const dashboard = narrowed(await dashboardOn(reading, asked, moment))
    const milestones = await milestonesOn(reading, view, asked, times)
    const indicators = view.indicatorsOf(programme.id).filter(({ id }) => isKept(id))
    const lists: ListsAsked = {
      programme,
      view,
      on: times.on,
      knownSeq: request.knownAt,
      region: request.region,
      indicators,
    }
    const targets = indicators.filter(({ role }) => role === 'target')
    return {
      request,
      stand: await standOf(reading, request.knownAt),
      region: request.region === nation ? null : view.region(request.region).shortName,
      dashboard,
      compared: narrowed(await comparedTo(reading, sources, request)),
      comparedStand: await standOf(reading, request.comparedWith.knownAt),
      milestones: { ...milestones, milestones: milestones.milestones.filter(({ id }) => isKept(id)) },
      ambiguities: (await ambiguitiesOn(reading, sources, asked, times)).ambiguities.filter(
        ({ goals }) => request.parts.length === 0 || goals.some(({ id }) => isKept(id)),
      ),
      indicators: await linesOf(reading, sources, targets, moment, request.region),
      standings: request.region === nation ? await standingsOf(reading, targets, moment, request) : [],
      reporting: await reportingByRegion(reading, lists),
      ...(await circularOf(reading, sources, request, { targets, lists })),
      lags: await lagLines(reading, lists),
      narratives: await narrativeLines(reading, lists),
      registers: await registerCases(reading, lists),
      changes: await changesOf(reading, request, moment, isKept),
      entries: await entryLines(reading, lists),
      texts,
    }
  })
}

const askedOf = ({ programme, region, on, knownAt }: ReportRequest) => ({
  programme,
  on,
  knownAt: String(knownAt),
  maySeeEntries: true,
  ...(region !== nation && { region }),
})

async function standOf(reading: Reading, seq: number): Promise<ReportStand> {
  const { hash, at } = await eventAt(reading, seq)
  return { seq, head: hash, at: shanghaiTime(at) }
}

async function comparedTo(reading: Reading, sources: Sources, request: ReportRequest): Promise<Dashboard> {
  const { on, knownAt } = request.comparedWith
  const asked = askedOf({ ...request, on, knownAt })
  return dashboardOn(reading, asked, await momentIn(reading, sources, asked, knownAt))
}

/** What a 通报 tells besides: what regions held on the compared day, and what they owe. */
async function circularOf(
  reading: Reading,
  sources: Sources,
  request: ReportRequest,
  { targets, lists }: { readonly targets: readonly Indicator[]; readonly lists: ListsAsked },
): Promise<Pick<ReportMaterial, 'comparedStandings' | 'owing'>> {
  if (request.kind !== 'circular') return { comparedStandings: [], owing: null }
  const { on, knownAt } = request.comparedWith
  const before = { ...request, on, knownAt }
  const moment = await momentIn(reading, sources, askedOf(before), knownAt)
  return {
    comparedStandings: await standingsOf(reading, targets, moment, before),
    owing: await owingOn(reading, lists),
  }
}

async function linesOf(
  reading: Reading,
  sources: Sources,
  targets: readonly Indicator[],
  { view, times }: Moment,
  region: string,
): Promise<readonly IndicatorLines[]> {
  const by = region === nation ? 'total' : 'region'
  const lines: IndicatorLines[] = []
  for (const indicator of targets) {
    const found = { indicator, times, view }
    const asked = { indicator: indicator.id, maySeeEntries: true }
    const page = await indicatorPageOn(reading, asked, found, sources.catalogue)
    const hasPeriods = isRegional(indicator) || indicator.opening !== null
    lines.push({
      page,
      series: hasPeriods ? await seriesOn(reading, { indicator: indicator.id, by }, everything, found) : null,
    })
  }
  return lines
}

/** What regions hold of each indicator that most of them answered. */
async function standingsOf(
  reading: Reading,
  targets: readonly Indicator[],
  { view, times, now }: Moment,
  request: ReportRequest,
) {
  const asked = askedOf(request)
  const context = { times: { ...times, knownAt: asked.knownAt }, view, today: now.today }
  const standings: RegionsStanding[] = []
  for (const indicator of targets.filter((one) => isReportedByRegions(one, view))) {
    standings.push(await standingOn(reading, { ...asked, indicator: indicator.id }, context))
  }
  const answered = (standing: RegionsStanding) => standing.regions.filter(({ figure }) => figure.known).length
  return standings.filter((standing) => answered(standing) > 0).toSorted((a, b) => answered(b) - answered(a))
}

/** What moved figures between the two stands: two moments of knowing, or the days between two dates. */
async function changesOf(
  reading: Reading,
  { programme, on, knownAt, region, comparedWith }: ReportRequest,
  { view, times }: Moment,
  isKept: (id: string) => boolean,
) {
  const isOfKnowing = comparedWith.on === on
  const untilDay = (day: LocalDate) => resolveKnownAt(reading.db, reading.t, day)
  const after = isOfKnowing ? comparedWith.knownAt : Math.min(comparedWith.knownAt, await untilDay(comparedWith.on))
  const upTo = isOfKnowing ? knownAt : Math.min(knownAt, await untilDay(on))
  const changes = await changesBetween(reading, { view, programme, times, maySeeEntries: true }, { after, upTo })
  const place = region === nation ? null : view.region(region).shortName.zh
  const own = changes.filter(
    ({ change }) =>
      (change.indicator === null || isKept(change.indicator.id)) && (place === null || change.region?.zh === place),
  )
  const actors = own.map(({ actor }) => actor)
  const names = await accountNamesAt(reading, actors, knownAt)
  return own.map(({ change, actor }) => ({
    change: { ...change, at: shanghaiDate(change.at) },
    who: names.get(actor) ?? actor.split('@')[0] ?? actor,
  }))
}
