import type { Dashboard, MilestoneStanding } from '@xushi/contract'
import { daysBetween, type LocalDate, type Programme } from '@xushi/domain'
import { ledgerHead, type Reading } from '@xushi/store'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type EntrySources, entrySources } from '../figures/evidence.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import { type AskedTimes, resolveTimes, type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question, VersionedAnswer } from '../figures/versioned-reply.ts'
import { standingsOfMilestones } from '../goals/milestones.service.ts'
import { programmeWire } from '../programmes/programme.wire.ts'
import { regionalRow } from './regional-standing.ts'

/** What was asked, and whether the reader may see entries. */
export type DashboardAsked = AskedTimes & {
  readonly programme: string
  readonly region?: string | undefined
  readonly maySeeEntries: boolean
}

/** The versioned answer: every target of a programme on one date, in one response. */
export const dashboard =
  (sources: Sources, asked: DashboardAsked): Question =>
  (now, knownSeq) => ({
    version: versionOf(asked, timesIn(now, asked, knownSeq)),
    answer: () => sources.store.read((reading) => answerIn(reading, sources, asked, knownSeq)),
  })

/** The answer and the version it has in one snapshot. `knownSeq` was resolved at the door. */
async function answerIn(
  reading: Reading,
  sources: Sources,
  asked: DashboardAsked,
  knownSeq: number | null,
): Promise<VersionedAnswer> {
  const { view, times } = await momentIn(reading, sources, asked, knownSeq)
  return { version: versionOf(asked, times), value: await dashboardOn(reading, view, asked, times) }
}

/** The times of a question and the catalogue that holds at them, in one snapshot. */
export async function momentIn(
  reading: Reading,
  sources: Sources,
  asked: DashboardAsked,
  knownSeq: number | null,
): Promise<{ readonly view: CatalogueView; readonly times: Times }> {
  const head = await ledgerHead(reading.db, reading.t)
  const today = todayOf(sources)
  const now = { head, today, view: await sources.catalogue.view(reading, head.figuresSeq, null, today) }
  const times = timesIn(now, asked, knownSeq)
  return { view: await sources.catalogue.view(reading, times.figuresSeq, knownSeq, times.on), times }
}

function versionOf({ programme, region, maySeeEntries }: DashboardAsked, times: Times): AnswerVersion {
  const { figuresSeq, on, onDefaulted, knownSeq } = times
  return ['dashboard', programme, region ?? null, figuresSeq, on, onDefaulted, knownSeq, maySeeEntries]
}

/** @throws DomainError unknown-programme, unknown-region, unknown-date */
export function timesIn({ head, view, today }: Now, asked: DashboardAsked, knownSeq: number | null): Times {
  if (asked.region !== undefined) view.region(asked.region)
  return resolveTimes(asked, knownSeq, { programme: view.programme(asked.programme), today, head })
}

/** Every target of a programme on one date. */
export async function dashboardOn(
  reading: Reading,
  view: CatalogueView,
  { programme: id, region, maySeeEntries }: DashboardAsked,
  times: Times,
): Promise<Dashboard> {
  const programme = view.programme(id)
  const all = view.indicatorsOf(id)
  const targets = all.filter(({ role }) => role === 'target')
  const sources = maySeeEntries ? await entrySources(reading, targets, view, times.knownSeq) : null
  const entriesOf = (indicator: Indicator): EntrySources | null =>
    sources === null ? null : (sources.get(indicator.id) ?? { totals: [], national: [], register: null })

  const asked = { programme, view, on: times.on }
  const rows: Dashboard['indicators'] = []
  for (const indicator of targets) {
    const entries = entriesOf(indicator)
    rows.push(
      region === undefined
        ? judgedWire(judged(indicator, asked, entries))
        : await regionalRow(reading, indicator, { ...asked, region, knownSeq: times.knownSeq }, entries),
    )
  }
  const milestones = all.filter(({ role }) => role === 'milestone')
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
      clause: { question: clause.question, quote: clause.quote },
      standing: standings.get(milestone) ?? null,
    })),
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
