import type { Ambiguities, AmbiguityStanding, GoalUnderReading } from '@xushi/contract'
import {
  type Ambiguity,
  alternativeInForce,
  type LocalDate,
  lastEndedMonth,
  monthsBetween,
  type Programme,
  parsePeriod,
} from '@xushi/domain'
import { type DecisionRow, decisionsKnown, ledgerHead, type Reading, readingSubject } from '@xushi/store'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { type EntrySources, entrySources } from '../figures/evidence.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import { type AskedTimes, resolveTimes, type Times, timesWire } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'

export type AmbiguitiesAsked = AskedTimes & { readonly programme: string; readonly maySeeEntries: boolean }

/** The versioned answer: every ambiguity, and its goals under each known reading. */
export const ambiguities =
  (sources: Sources, asked: AmbiguitiesAsked): Question =>
  (now, knownSeq) => ({
    version: versionOf(asked, timesIn(now, asked, knownSeq)),
    answer: () =>
      sources.store.read(async (reading) => {
        const head = await ledgerHead(reading.db, reading.t)
        const today = todayOf(sources)
        const view = await sources.catalogue.view(reading, head.figuresSeq, null, today)
        const times = timesIn({ head, today, view }, asked, knownSeq)
        return { version: versionOf(asked, times), value: await ambiguitiesOn(reading, sources, asked, times) }
      }),
  })

function versionOf({ programme, maySeeEntries }: AmbiguitiesAsked, times: Times): AnswerVersion {
  const { figuresSeq, on, onDefaulted, knownSeq } = times
  return ['ambiguities', programme, figuresSeq, on, onDefaulted, knownSeq, maySeeEntries]
}

/** @throws DomainError unknown-programme, unknown-date */
const timesIn = ({ head, view, today }: Now, asked: AmbiguitiesAsked, knownSeq: number | null): Times =>
  resolveTimes(asked, knownSeq, { programme: view.programme(asked.programme), today, head })

/** What every reading is judged with. */
type Judging = {
  readonly programme: Programme
  readonly times: Times
  readonly entries: ReadonlyMap<string, EntrySources> | null
  readonly viewUnder: (number: number, alternative: string | null) => Promise<CatalogueView>
}

/** The same, inside a snapshot. */
export async function ambiguitiesOn(
  reading: Reading,
  sources: Sources,
  { programme: id, maySeeEntries }: AmbiguitiesAsked,
  times: Times,
): Promise<Ambiguities> {
  const { figuresSeq, knownSeq, on } = times
  const view = await sources.catalogue.view(reading, figuresSeq, knownSeq, on)
  const programme = view.programme(id)
  const touched = new Set(
    programme.ambiguities.flatMap((one) => ((one.alternatives ?? []).length > 0 ? one.goals : [])),
  )
  const indicators = view.indicatorsOf(id).filter(({ goal }) => touched.has(goal))
  const entries = maySeeEntries ? await entrySources(reading, indicators, view, knownSeq) : null
  const decisions = await decisionsKnown(reading, knownSeq)
  const judging: Judging = {
    programme,
    times,
    entries,
    viewUnder: (number, alternative) =>
      sources.catalogue.view(reading, figuresSeq, knownSeq, on, new Map([[readingSubject(id, number), alternative]])),
  }
  const standings: AmbiguityStanding[] = []
  for (const ambiguity of programme.ambiguities) {
    const own = decisions.filter(({ subject }) => subject === readingSubject(id, ambiguity.number))
    standings.push({
      number: ambiguity.number,
      questions: [...ambiguity.questions],
      goals: goalsOf(ambiguity, view, id),
      ambiguity: ambiguity.ambiguity,
      reading: ambiguity.reading,
      decided: decidedBy(ambiguity, own, on),
      readings: await readingsOf(ambiguity, firstReading(own, ambiguity), judging),
    })
  }
  const demo = standings.length > 0 && indicators.some((one) => isDemo(entries?.get(one.id)))
  return { programme: id, ...(await timesWire(reading, times)), ambiguities: standings, demo }
}

const isDemo = (entries: EntrySources | undefined): boolean =>
  entries !== undefined &&
  [...entries.totals, ...entries.national, ...(entries.register?.members ?? [])].some(({ demo }) => demo)

const goalsOf = ({ goals }: Ambiguity, view: CatalogueView, programme: string) =>
  view
    .indicatorsOf(programme)
    .filter(({ goal }) => goals.includes(goal))
    .map(({ id, goal, name }) => ({ id, goal, name }))

function decidedBy(ambiguity: Ambiguity, own: readonly DecisionRow[], on: LocalDate): AmbiguityStanding['decided'] {
  const inForce = own.findLast(({ effectiveOn, origin }) => origin === 'catalogue' || effectiveOn <= on)
  if (inForce === undefined || inForce.origin === 'catalogue') {
    const { decidedBy: by, decidedOn } = ambiguity
    return { origin: 'catalogue', by, on: decidedOn, reason: null, documentNumber: null }
  }
  const { origin, who, effectiveOn, reason, documentNumber } = inForce
  const by = { zh: who, en: who }
  return { origin: origin as 'page' | 'change-block', by, on: effectiveOn, reason, documentNumber }
}

const firstReading = (own: readonly DecisionRow[], ambiguity: Ambiguity): Ambiguity['reading'] => {
  const [first] = own
  return first === undefined ? ambiguity.reading : JSON.parse(first.body)
}

async function readingsOf(
  ambiguity: Ambiguity,
  first: Ambiguity['reading'],
  judging: Judging,
): Promise<AmbiguityStanding['readings']> {
  const alternatives = ambiguity.alternatives ?? []
  if (alternatives.length === 0) return []
  const inForce = alternativeInForce(ambiguity)?.id ?? null
  const touched = new Set(alternatives.flatMap(({ effects }) => effects.map(({ goal }) => goal)))
  const options = [
    { id: null, reading: first, source: null },
    ...alternatives.map(({ id, reading, source }) => ({ id, reading, source })),
  ]
  const readings: AmbiguityStanding['readings'] = []
  for (const { id: alternative, reading, source } of options) {
    const view = await judging.viewUnder(ambiguity.number, alternative)
    const indicators = view.indicatorsOf(judging.programme.id).filter(({ goal }) => touched.has(goal))
    const goals = indicators.map((indicator) => goalUnder(indicator.id, view, judging))
    readings.push({ alternative, reading, source, inForce: alternative === inForce, goals })
  }
  return readings
}

function goalUnder(id: string, view: CatalogueView, { programme, times, entries }: Judging): GoalUnderReading {
  const indicator = view.indicator(id)
  const sources = entries?.get(id) ?? null
  const on = (day: LocalDate) => judgedWire(judged(indicator, { programme, view, on: day }, sources))
  const row = on(times.on)
  const days = monthEnds(programme.publishedOn, times.on)
  const {
    goal,
    name,
    unit,
    decimals,
    target,
    sourceOfRecord,
    actual,
    attainment,
    percentagePoints,
    status,
    statusReason,
  } = row
  return {
    id,
    goal,
    name,
    unit,
    decimals,
    target,
    sourceOfRecord,
    actual,
    attainment,
    percentagePoints,
    status,
    statusReason,
    history: { on: days, status: days.map((day) => on(day).status) },
  }
}

const monthEnds = (from: LocalDate, to: LocalDate): LocalDate[] =>
  monthsBetween(from, lastEndedMonth(to).endsOn).flatMap((code) => parsePeriod(code)?.endsOn ?? [])
