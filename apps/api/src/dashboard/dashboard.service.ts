import type { Dashboard, MilestoneStanding, RecordedLag } from '@xushi/contract'
import { daysBetween, type LocalDate, type Programme } from '@xushi/domain'
import { ledgerHead, type Reading } from '@xushi/store'
import { cellsKnown } from '../calendar/owed-cells.ts'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type EntrySources, entrySources, isRegional } from '../figures/evidence.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import { type AskedTimes, resolveTimes, type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question, VersionedAnswer } from '../figures/versioned-reply.ts'
import { standingsOfMilestones } from '../goals/milestones.service.ts'
import { programmeWire } from '../programmes/programme.wire.ts'
import { correctedFigures } from '../reports/corrected-figures.ts'
import { recentChanges } from './recent-changes.ts'
import { lagsOf } from './recorded-lag.ts'
import { regionReports } from './region-reports.ts'
import { regionalRow } from './regional-standing.ts'
import { reportingByKind } from './reporting-by-kind.ts'

/** What was asked, and whether the reader may see entries. */
export type DashboardAsked = AskedTimes & {
  readonly programme: string
  readonly region?: string | undefined
  readonly maySeeEntries: boolean
}

type Present = Pick<Now, 'head' | 'today'>

/** The versioned answer: every target of a programme on one date, in one response. */
export const dashboard =
  (sources: Sources, asked: DashboardAsked): Question =>
  (now, knownSeq) => ({
    version: versionOf(asked, now, timesIn(now, asked, knownSeq)),
    answer: () => sources.store.read((reading) => answerIn(reading, sources, asked, knownSeq)),
  })

/** The answer and the version it has in one snapshot. `knownSeq` was resolved at the door. */
async function answerIn(
  reading: Reading,
  sources: Sources,
  asked: DashboardAsked,
  knownSeq: number | null,
): Promise<VersionedAnswer> {
  const moment = await momentIn(reading, sources, asked, knownSeq)
  const value = await markedDashboard(reading, sources, asked, moment)
  return { version: versionOf(asked, moment.now, moment.times), value }
}

/** Every target of a programme on one date, with 已更正 where the last issued report told another figure. Reports do without. */
export async function markedDashboard(
  reading: Reading,
  sources: Sources,
  asked: DashboardAsked,
  moment: Moment,
): Promise<Dashboard> {
  const dashboard = await dashboardOn(reading, asked, moment)
  if (!asked.maySeeEntries) return dashboard
  const { programme, region } = asked
  const corrected = await correctedFigures(reading, sources, { programme, region, ...moment })
  const marked = (row: Dashboard['indicators'][number]) => {
    const mark = corrected.get(row.id)
    return mark === undefined ? row : { ...row, corrected: mark }
  }
  return corrected.size === 0 ? dashboard : { ...dashboard, indicators: dashboard.indicators.map(marked) }
}

/** The times of a question, the catalogue that holds at them, and what holds now, in one snapshot. */
export type Moment = { readonly view: CatalogueView; readonly times: Times; readonly now: Now }

export async function momentIn(
  reading: Reading,
  sources: Sources,
  asked: DashboardAsked,
  knownSeq: number | null,
): Promise<Moment> {
  const head = await ledgerHead(reading.db, reading.t)
  const today = todayOf(sources)
  const now = { head, today, view: await sources.catalogue.view(reading, head.figuresSeq, null, today) }
  const times = timesIn(now, asked, knownSeq)
  return { view: await sources.catalogue.view(reading, times.figuresSeq, knownSeq, times.on), times, now }
}

/** How a region reports changes with every event, and with the day; figures alone change with figures only. */
function versionOf(
  { programme, region, knownAt, maySeeEntries }: DashboardAsked,
  now: Present,
  times: Times,
): AnswerVersion {
  const { figuresSeq, on, onDefaulted, knownSeq } = times
  const reports = region === undefined ? [] : [region, now.head.seq, now.today, knownAt ?? null]
  return ['dashboard', programme, figuresSeq, on, onDefaulted, knownSeq, maySeeEntries, ...reports]
}

/** @throws DomainError unknown-programme, unknown-region, unknown-date */
export function timesIn({ head, view, today }: Now, asked: DashboardAsked, knownSeq: number | null): Times {
  if (asked.region !== undefined) view.region(asked.region)
  return resolveTimes(asked, knownSeq, { programme: view.programme(asked.programme), today, head })
}

/** Every target of a programme on one date. */
export async function dashboardOn(
  reading: Reading,
  { programme: id, region, knownAt, maySeeEntries }: DashboardAsked,
  { view, times, now: { today } }: Moment,
): Promise<Dashboard> {
  const programme = view.programme(id)
  const all = view.indicatorsOf(id)
  // A region answers for milestones too, where it reports them as a yes or no.
  const targets = all.filter(
    (indicator) => indicator.role === 'target' || (region !== undefined && isRegional(indicator)),
  )
  const sources = maySeeEntries ? await entrySources(reading, targets, view, times.knownSeq) : null
  const entriesOf = (indicator: Indicator): EntrySources | null =>
    sources === null ? null : (sources.get(indicator.id) ?? { totals: [], national: [], register: null })

  const asked = { programme, view, on: times.on }
  const milestones = all.filter(({ role }) => role === 'milestone')
  const lags = maySeeEntries
    ? await lagsOf(reading, [...targets, ...milestones], asked, times.knownSeq, region)
    : new Map<string, RecordedLag>()
  const reports =
    region === undefined || !maySeeEntries
      ? null
      : await regionReports(reading, {
          region,
          on: times.on,
          indicators: targets,
          cells: await cellsKnown(reading, { programme, view, today }, { knownSeq: times.knownSeq, knownAt }),
        })
  const rows: Dashboard['indicators'] = []
  for (const indicator of targets) {
    const entries = entriesOf(indicator)
    const row =
      region === undefined
        ? judgedWire(judged(indicator, asked, entries))
        : await regionalRow(reading, indicator, { ...asked, region, knownSeq: times.knownSeq }, entries, reports)
    rows.push({ ...row, lag: lags.get(indicator.id) ?? null })
  }
  const standings = maySeeEntries
    ? await standingsOfMilestones(reading, milestones, times.on, times.knownSeq)
    : new Map<string, MilestoneStanding>()
  return {
    programme: programmeWire(programme),
    ...(await timesWire(reading, times)),
    region: region ?? null,
    demo: rows.some(({ demo }) => demo),
    time: timeOf(programme, targets, times.on),
    indicators: rows,
    milestones: milestones.map(({ id: milestone, goal, measure, name, clause }) => ({
      id: milestone,
      goal,
      measure,
      name,
      clause,
      standing: standings.get(milestone) ?? null,
      lag: lags.get(milestone) ?? null,
    })),
    changes: await recentChanges(reading, { view, programme: id, times, maySeeEntries }),
    reporting: maySeeEntries ? await reportingByKind(reading, asked, times) : null,
  }
}

/** How much of the programme's time has passed on a date: from its publication to the due date that most of its targets share. */
function timeOf(
  { publishedOn, lastDueOn }: Programme,
  targets: readonly Indicator[],
  on: LocalDate,
): Dashboard['time'] {
  const dues = Map.groupBy(
    targets.flatMap(({ due }) => (due === null ? [] : [due.on])),
    (day) => day,
  )
  const [common] = [...dues].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const endsOn = common?.[0] ?? lastDueOn
  const totalDays = daysBetween(publishedOn, endsOn)
  const elapsedDays = Math.min(Math.max(daysBetween(publishedOn, on), 0), totalDays)
  return { elapsedDays, totalDays, ratio: totalDays === 0 ? 1 : elapsedDays / totalDays, endsOn }
}
