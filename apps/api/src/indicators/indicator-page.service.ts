import type { IndicatorPage, RecordedFigure } from '@xushi/contract'
import { type LocalDate, type PlanLine, planLine } from '@xushi/domain'
import type { Reading } from '@xushi/store'
import type { CatalogueMemory } from '../catalogue/catalogue-memory.ts'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources, type NationalEntry } from '../figures/evidence.ts'
import { publishedWire, valueWire } from '../figures/figure.wire.ts'
import { forecastsWire } from '../figures/forecast.wire.ts'
import { type AskedIndicator, type IndicatorAsked, indicatorIn, indicatorTimes } from '../figures/indicator-asked.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import { type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'
import { correctedFigures } from '../reports/corrected-figures.ts'
import { earlierPlans } from './earlier-plans.ts'
import { lastReports } from './last-reports.ts'

export type PageAsked = AskedIndicator & { readonly maySeeEntries: boolean }

/** The versioned answer: one indicator with all that its page shows except the series. */
export const indicatorPage =
  (sources: Sources, asked: PageAsked): Question =>
  (now, knownSeq) => {
    const times = indicatorTimes(now, asked, knownSeq)
    return {
      version: versionOf(asked, times),
      answer: () =>
        sources.store.read(async (reading) => {
          const found = await indicatorIn(reading, sources, asked, knownSeq)
          return {
            version: versionOf(asked, found.times),
            value: await markedPage(reading, sources, asked, found),
          }
        }),
    }
  }

function versionOf({ indicator, maySeeEntries }: PageAsked, times: Times): AnswerVersion {
  return ['indicator', indicator, times.figuresSeq, times.on, times.onDefaulted, times.knownSeq, maySeeEntries]
}

/** The page, with 已更正 where the last issued report told another figure. */
async function markedPage(
  reading: Reading,
  sources: Sources,
  asked: PageAsked,
  found: IndicatorAsked,
): Promise<IndicatorPage> {
  const page = await indicatorPageOn(reading, asked, found, sources.catalogue)
  const { times, view, indicator } = found
  if (!asked.maySeeEntries || indicator.role !== 'target') return page
  const corrected = await correctedFigures(reading, sources, { programme: indicator.programme, times, view })
  const mark = corrected.get(indicator.id)
  return mark === undefined ? page : { ...page, corrected: mark }
}

/** The same, inside a snapshot and without that mark: as a report tells it. */
export async function indicatorPageOn(
  reading: Reading,
  { maySeeEntries }: PageAsked,
  { indicator, times, view }: IndicatorAsked,
  catalogue: CatalogueMemory,
): Promise<IndicatorPage> {
  const programme = view.programme(indicator.programme)
  const sources = maySeeEntries ? await entrySources(reading, [indicator], view, times.knownSeq) : null
  const entries = sources?.get(indicator.id) ?? null
  const row = judged(indicator, { programme, view, on: times.on }, entries)
  const published = view.publishedOf(indicator).toSorted((a, b) => (a.on < b.on ? 1 : -1))
  return {
    ...(await timesWire(reading, times)),
    programme: programme.id,
    judgement: judgedWire(row),
    typed: indicator.typed,
    aggregation: indicator.aggregation,
    reportingLevel: indicator.reportingLevel,
    responsible: indicator.responsible,
    reportedBy: reportersOf(indicator, view),
    chosenFrom: [...indicator.chosenFrom],
    notes: indicator.notes,
    lastReports: entries === null ? null : await lastReports(reading, entries, { indicator, times, view }),
    recorded: entries === null ? null : recordedWire(entries.national, times.on, indicator.decimals),
    published: published.map((figure) => publishedWire(figure, indicator.decimals)),
    planLine: lineWire(planLine(indicator, programme.publishedOn), indicator.decimals),
    earlierPlans: await earlierPlans(reading, { indicator, times, catalogue }),
    forecasts: forecastsWire(row),
  }
}

/** Who reports, in words: kinds of unit by their name, single units by theirs. */
function reportersOf({ reportedBy }: Indicator, view: CatalogueView): IndicatorPage['reportedBy'] {
  const named = (reporter: string) => unitKindNames[reporter] ?? view.unit(reporter).name
  return { region: reportedBy.region.map(named), nation: reportedBy.nation.map(named) }
}

const unitKindNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'industry-authority': { zh: '各地工信主管部门', en: 'industry authorities of the regions' },
  'communications-administration': { zh: '各省通信管理局', en: 'communications administrations of the provinces' },
  'telecom-operator': { zh: '基础电信企业', en: 'basic telecom operators' },
  'node-operator': { zh: '节点运营单位', en: 'node operators' },
  'ministry-department': { zh: '部内司局', en: 'departments of the ministry' },
}

/** The nation's own values up to a date; what was reported without a value has no place on a line. */
function recordedWire(national: readonly NationalEntry[], on: LocalDate, decimals: number): RecordedFigure[] {
  return national
    .flatMap(({ endsOn, period, value, demo }) =>
      value === null || endsOn > on ? [] : [{ on: endsOn, period, value: valueWire(value, decimals), demo }],
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

function lineWire(line: PlanLine | { readonly known: false }, decimals: number): IndicatorPage['planLine'] {
  const points: readonly { readonly on: LocalDate; readonly value: number }[] = 'points' in line ? line.points : []
  return { on: points.map(({ on }) => on), value: points.map(({ value }) => valueWire(value, decimals)) }
}
