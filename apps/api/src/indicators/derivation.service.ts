import type { Derivation, StandingReason } from '@xushi/contract'
import {
  countingFigures,
  expectedRegions,
  type Figure,
  isPartial,
  known,
  type LocalDate,
  type PublishedFigure,
  unknown,
} from '@xushi/domain'
import { countedEntries, type EntryRow, nation, type Reading, type StoredTotal } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources } from '../figures/evidence.ts'
import { measuredWire, publishedWire } from '../figures/figure.wire.ts'
import { type AskedIndicator, type IndicatorAsked, indicatorIn, indicatorTimes } from '../figures/indicator-asked.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import type { Judged } from '../figures/judgement.wire.ts'
import { type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'
import { peopleOf } from '../progress-entries/people.ts'
import { progressEntryWire } from '../progress-entries/progress-entry.wire.ts'
import { countedRegister } from './derivation-register.ts'
import { derivationSteps, judgedDay } from './derivation-steps.ts'

/** Entries told one by one; the rest is in the export. */
const mostEntries = 400

export type DerivationAsked = AskedIndicator & { readonly maySeeEntries: boolean }

/** The versioned answer: how a figure came to be, every step, the published figures considered, the entries and periods behind it. */
export const derivation =
  (sources: Sources, asked: DerivationAsked): Question =>
  (now, knownSeq) => {
    const times = indicatorTimes(now, asked, knownSeq)
    return {
      version: versionOf(asked, times),
      answer: () =>
        sources.store.read(async (reading) => {
          const found = await indicatorIn(reading, sources, asked, knownSeq)
          return { version: versionOf(asked, found.times), value: await derivationOf(reading, asked, found) }
        }),
    }
  }

function versionOf({ indicator, maySeeEntries }: DerivationAsked, times: Times): AnswerVersion {
  return ['derivation', indicator, times.figuresSeq, times.on, times.onDefaulted, times.knownSeq, maySeeEntries]
}

async function derivationOf(
  reading: Reading,
  { maySeeEntries }: DerivationAsked,
  { indicator, times, view }: IndicatorAsked,
): Promise<Derivation> {
  const { on, knownSeq } = times
  const programme = view.programme(indicator.programme)
  const sources = maySeeEntries ? await entrySources(reading, [indicator], view, knownSeq) : null
  const entries = sources?.get(indicator.id) ?? null
  const row = judged(indicator, { programme, view, on }, entries)
  const rows = maySeeEntries ? await countedEntries(reading, { indicatorId: indicator.id, knownSeq, to: on }) : []
  const shown = rows.slice(-mostEntries).reverse()
  const people = await peopleOf(reading, shown, view)
  return {
    ...(await timesWire(reading, times)),
    judgement: judgedWire(row),
    steps: derivationSteps(row),
    published: publishedStandings(indicator, view, row, on),
    counted: [...row.judgement.countedIds],
    sum: sumOf(row, maySeeEntries),
    register: countedRegister(row, view),
    thresholds: programme.thresholds,
    entries: shown.map((entry) => progressEntryWire(entry, { view, people }, [])),
    entriesTotal: rows.length,
    periods: periodsOf(indicator, view, entries?.totals ?? [], rows, on),
  }
}

/** How the regions add up on the day that is judged; nothing of it for a reader who may not see entries. */
function sumOf(row: Judged, maySeeEntries: boolean): Derivation['sum'] {
  const { indicator, evidence } = row
  if (evidence.regional === null || !maySeeEntries) return null
  const { period, reported } = evidence.regional(judgedDay(row))
  return { ...indicator.aggregation, period, ...reported }
}

/** Each published figure, newest first, and whether it counts or why it does not. */
function publishedStandings(
  indicator: Indicator,
  view: CatalogueView,
  row: Judged,
  on: LocalDate,
): Derivation['published'] {
  const figures = view.publishedOf(indicator).toSorted((a, b) => (a.on < b.on ? 1 : -1))
  return figures.map((figure) => {
    const why = whyNotCounting(figure, indicator, row, on)
    return { figure: publishedWire(figure, indicator.decimals), counts: why === null, why }
  })
}

function whyNotCounting(
  figure: PublishedFigure,
  indicator: Indicator,
  row: Judged,
  on: LocalDate,
): StandingReason | null {
  const { plan, baseline, due, sourceOfRecord } = indicator
  const round = plan.is === 'stages' ? plan.round : undefined
  if (row.judgement.countedIds.includes(figure.id)) return null
  if (figure.on > on) return 'after-on'
  if (figure.region !== nation) return 'one-region'
  if (figure.confidence === 'weak') return 'weak'
  if (round !== undefined && figure.round !== round) return 'earlier-round'
  if (sourceOfRecord !== 'national') return 'not-source-of-record'
  if (baseline !== null && figure.on <= baseline.on) return 'before-baseline'
  if (due !== null && figure.on > due.on) return 'after-due'
  const best = countingFigures(row.evidence.national, round).find((other) => other.on === figure.on)
  return best?.id === figure.id ? 'older' : 'better-source-that-day'
}

/** The totals of periods, newest first, with who is missing in each. */
function periodsOf(
  indicator: Indicator,
  view: CatalogueView,
  totals: readonly StoredTotal[],
  rows: readonly EntryRow[],
  on: LocalDate,
): Derivation['periods'] {
  const regional = Map.groupBy(
    rows.filter(({ region }) => region !== nation),
    ({ period }) => period,
  )
  const past = totals.filter(({ endsOn }) => endsOn <= on).toReversed()
  return past.map((total) => {
    const expected = expectedRegions(indicator, view.units, view.regions, total.endsOn)
    const reporting = new Set((regional.get(total.period) ?? []).map(({ region }) => region))
    return {
      period: total.period,
      endsOn: total.endsOn,
      figure: measuredWire(figureOf(total, expected.length), indicator.decimals),
      units: total.reported,
      expected: expected.length,
      missing: expected.filter(({ code }) => !reporting.has(code)).map(({ code }) => code),
    }
  })
}

function figureOf(total: StoredTotal, expected: number): Figure {
  if (total.total === null) return unknown('not-reported')
  return known(total.total, isPartial(total, expected) ? 'above' : undefined)
}
