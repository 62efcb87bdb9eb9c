import type { RegionsStanding } from '@xushi/contract'
import { type Figure, regionalFigure, reportingOf, unfairRanking, unknown } from '@xushi/domain'
import {
  accumulationOf,
  countedEntries,
  exceptionsBetween,
  handedInBetween,
  ledgerHead,
  listConfirmations,
  type Reading,
} from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
import { cellsKnown, firstHandedIn, type Owed } from '../calendar/owed-cells.ts'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { owedIn } from '../dashboard/region-reports.ts'
import { countsAfter, type EntrySources, entrySources, expectedCount, isRegional } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import {
  heldFromEntries,
  heldFromRegister,
  hiddenHeld,
  isCounted,
  periodsFor,
  type RegionHeld,
} from '../figures/region-held.ts'
import { expectedIn } from '../figures/regional-figure.ts'
import { nationalCount, provinceOf, registersByProvince } from '../figures/register-count.ts'
import { type AskedTimes, resolveTimes, type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'
import { type About, type Context, periodWire, ranked, rowOf } from './region-rows.ts'

export type StandingAsked = AskedTimes & {
  readonly programme: string
  readonly indicator?: string | undefined
  readonly maySeeEntries: boolean
}

/** The versioned answer: one indicator over the provincial divisions. Nothing is read region by region. */
export const regionsStanding =
  (sources: Sources, asked: StandingAsked): Question =>
  (now, knownSeq) => ({
    version: versionOf(asked, now, timesIn(now, asked, knownSeq)),
    answer: () =>
      sources.store.read(async (reading) => {
        const head = await ledgerHead(reading.db, reading.t)
        const today = todayOf(sources)
        const then = { head, today, view: await sources.catalogue.view(reading, head.figuresSeq, null, today) }
        const times = timesIn(then, asked, knownSeq)
        const view = await sources.catalogue.view(reading, times.figuresSeq, knownSeq, times.on)
        const value = await standingOn(reading, asked, { times: { ...times, knownAt: asked.knownAt }, view, today })
        return { version: versionOf(asked, then, times), value }
      }),
  })

/** How regions report changes with every event, and with the day. */
function versionOf(
  { programme, indicator, knownAt, maySeeEntries }: StandingAsked,
  { head, today }: Pick<Now, 'head' | 'today'>,
  { on, onDefaulted, knownSeq }: Times,
): AnswerVersion {
  const asked = ['regions-standing', programme, indicator ?? null, knownAt ?? null, maySeeEntries] as const
  return [...asked, head.seq, today, on, onDefaulted, knownSeq]
}

/** @throws DomainError unknown-programme, unknown-indicator, unknown-date */
function timesIn({ head, view, today }: Now, asked: StandingAsked, knownSeq: number | null): Times {
  if (asked.indicator !== undefined) view.indicator(asked.indicator)
  return resolveTimes(asked, knownSeq, { programme: view.programme(asked.programme), today, head })
}

/** The same, inside a snapshot. */
export async function standingOn(reading: Reading, asked: StandingAsked, context: Context): Promise<RegionsStanding> {
  const { times, view } = context
  const programme = view.programme(asked.programme)
  const choices = view.indicatorsOf(programme.id).filter((one) => isReportedByRegions(one, view))
  const indicator =
    asked.indicator === undefined
      ? await firstOf(reading, asked, choices, { context, programme })
      : view.indicator(asked.indicator)
  if (indicator === undefined) throw new Error(`regions report no indicator of ${programme.id}`)
  const about = { indicator, programme, periods: periodsFor(indicator, view, times.on), context }
  const sources = asked.maySeeEntries ? await entrySources(reading, [indicator], view, times.knownSeq) : null
  const entries = sources?.get(indicator.id) ?? null
  const all = allOf(about, entries)
  const held = await heldByRegion(reading, about, entries, all.figure)
  const owed = entries === null ? null : await owedByPeriod(reading, about)
  const opened = await openedOn(reading, context.today)
  const rows = reportingRegions(view).map((region) => rowOf(region, about, held(region.code), owed))
  const unfair = unfairRanking(indicator)
  const { decimals } = indicator
  return {
    programme: programme.id,
    ...(await timesWire(reading, times)),
    indicator: {
      ...choiceWire(indicator),
      unit: indicator.unit,
      decimals,
      modality: indicator.modality,
      kind: indicator.kind,
      reportingLevel: indicator.reportingLevel,
      aggregation: indicator.aggregation,
    },
    source: sourceOf(indicator, view),
    choices: choices.map(choiceWire),
    unfairRanking: unfair,
    periods: about.periods.map((period) => periodWire(period, about, opened)),
    regions: unfair === null ? ranked(rows) : rows,
    total: {
      figure: measuredWire(all.figure, decimals),
      figureOn: all.on,
      reported: all.reported,
      reporting: owed === null ? null : reportingOf(owed.flatMap((cells) => [...cells.values()].flat())),
    },
    demo: rows.some(({ demo }) => demo),
  }
}

/** How many different figures make a picture: with more of them an indicator is no better to begin with. */
const tellingApart = 12

/**
 * The indicator to begin with: the first that tells the regions apart, else the one that does so most; where regions reported none, or
 * may not be seen, the first one of all.
 */
async function firstOf(
  reading: Reading,
  { maySeeEntries }: StandingAsked,
  choices: readonly Indicator[],
  { context, programme }: Pick<About, 'context' | 'programme'>,
): Promise<Indicator | undefined> {
  if (!maySeeEntries) return choices[0]
  const { view, times } = context
  const measured = choices.filter(({ kind }) => kind !== 'yes-no')
  const sources = await entrySources(reading, measured, view, times.knownSeq)
  let best = { indicator: choices[0], different: 0 }
  for (const indicator of measured) {
    const about = { indicator, programme, periods: [], context }
    const entries = sources.get(indicator.id) ?? null
    const held = await heldByRegion(reading, about, entries, allOf(about, entries).figure)
    const figures = reportingRegions(view).map(({ code }) => held(code).figure)
    const different = new Set(figures.flatMap((figure) => (figure.known ? [figure.value] : []))).size
    if (different >= tellingApart) return indicator
    if (different > best.different) best = { indicator, different }
  }
  return best.indicator
}

/** Whether regions report it, by a number or by a register. */
export const isReportedByRegions = (indicator: Indicator, view: CatalogueView) => sourceOf(indicator, view) !== null

/** Where the figures of regions come from. */
function sourceOf(indicator: Indicator, view: CatalogueView): RegionsStanding['source'] {
  if (isRegional(indicator)) return 'regions'
  return view.registerOf(indicator.id) !== undefined && indicator.reportedBy.region.length > 0 ? 'register' : null
}

const choiceWire = ({ id, goal, name }: Indicator) => ({ id, goal, name })

/** The provincial divisions that report, 兵团 among them. */
const reportingRegions = ({ regions }: CatalogueView) =>
  regions.filter(({ level, reporting }) => reporting && (level === 'province' || level === 'corps'))

type All = Pick<RegionHeld, 'figure' | 'on' | 'reported'>

/** All regions together. */
function allOf({ indicator, programme, context: { view, times } }: About, entries: EntrySources | null): All {
  const { on } = times
  const expected = expectedCount(indicator, view, on)
  if (entries === null) return { figure: unknown('sign-in-required'), on: null, reported: { units: 0, expected } }
  if (entries.register !== null && isCounted(indicator, view))
    return { ...nationalCount(indicator, view, entries.register, on), on }
  const after = countsAfter(indicator, programme.publishedOn)
  return regionalFigure(accumulationOf(indicator), entries.totals, on, expected, after)
}

/** What each region holds, from one reading of all entries or of the register. */
async function heldByRegion(
  reading: Reading,
  { indicator, programme, periods, context: { times, view } }: About,
  entries: EntrySources | null,
  all: Figure,
): Promise<(region: string) => RegionHeld> {
  const { on, knownSeq } = times
  if (entries === null) return (region) => hiddenHeld(expectedIn(indicator, { view, region, on }))
  const days = periods.map(({ endsOn }) => endsOn)
  const about = (region: string) => ({ region, on, view, programme, all, days })
  const { register } = entries
  if (register !== null && isCounted(indicator, view)) {
    const byProvince = registersByProvince(register, view)
    return (region) =>
      heldFromRegister(indicator, byProvince.get(region) ?? { ...register, members: [] }, about(region))
  }
  const rows = isRegional(indicator)
    ? await countedEntries(reading, { indicatorId: indicator.id, knownSeq, to: on })
    : []
  const isBelow = indicator.reportingLevel === 'prefecture'
  const byRegion = Map.groupBy(rows, ({ region }) => (isBelow ? provinceOf(region, view) : region))
  return (region) => heldFromEntries(indicator, byRegion.get(region) ?? [], about(region))
}

/** The cells of all regions, period by period. */
async function owedByPeriod(
  reading: Reading,
  { indicator, programme, periods, context: { times, view, today } }: About,
): Promise<readonly ReadonlyMap<string, readonly Owed[]>[]> {
  const [from, to] = [periods[0]?.startsOn, periods.at(-1)?.endsOn]
  if (from === undefined || to === undefined) return []
  const cells = await cellsKnown(reading, { programme, view, today }, times)
  const first = firstHandedIn(await handedInBetween(reading, [indicator.id], from, to), cells)
  const confirmations =
    view.registerOf(indicator.id) === undefined ? [] : await listConfirmations(reading, indicator.id)
  const asked = { ...cells, exceptions: await exceptionsBetween(reading, from, to) }
  const provinces = new Map(view.regions.map(({ code }) => [code, provinceOf(code, view)]))
  return periods.map((period) =>
    Map.groupBy(
      owedIn(indicator, period, first, confirmations, asked),
      ({ cell }) => provinces.get(cell.region) ?? cell.region,
    ),
  )
}
