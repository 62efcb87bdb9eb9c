import type { Judgement } from '@xushi/contract'
import type * as domain from '@xushi/domain'
import { countingFigures, lastEndedMonth, monthsBetween, parsePeriod, runningTotals } from '@xushi/domain'
import { accumulationOf } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { countsAfter, type VisibleEntries } from './evidence.ts'
import { datedWire, figureWire, measuredWire, valueWire } from './figure.wire.ts'
import { forecastBriefWire } from './forecast.wire.ts'

/** Points of a small trend: more could not be told apart. */
const sparkPoints = 12

export type Judged = {
  readonly indicator: Indicator
  readonly evidence: domain.Evidence
  readonly judgement: domain.Judgement
  readonly entries: VisibleEntries
}

/** One judged indicator as the wire shows it: values in the indicator's unit, ratios as they are. */
export function judgementWire(judged: Judged): Judgement {
  const { indicator, evidence, judgement, entries } = judged
  const { decimals } = indicator
  const measured = (figure: domain.Figure) => measuredWire(figure, decimals)
  return {
    ...definitionWire(indicator),
    actual: datedWire(judgement.actual, decimals),
    gain: measured(judgement.gain),
    attainment: figureWire(judgement.attainment),
    achievement: figureWire(judgement.achievement),
    plan: planWire(judgement.plan, decimals),
    stages: judgement.stages?.map(stageWire) ?? null,
    scheduleIndex: figureWire(judgement.scheduleIndex),
    percentagePoints: figureWire(judgement.percentagePoints),
    earnedDays: figureWire(judgement.earnedDays),
    status: judgement.status,
    statusReason: judgement.statusReason,
    timing: judgement.timing,
    forecast: forecastBriefWire(judged),
    marks: [...judgement.marks],
    later: judgement.later === null ? null : datedWire(judgement.later, decimals),
    beside: judgement.beside.map(({ source, figure, on, reported, difference }) => ({
      source,
      figure: measured(figure),
      on,
      reported: entries === null ? null : reported,
      difference: measured(difference),
    })),
    reported: { units: entries === null ? null : judgement.reported.units, expected: judgement.reported.expected },
    spark: sparkWire(judged),
    demo: isDemo(entries, evidence.on),
  }
}

const isDemo = (entries: VisibleEntries, on: domain.LocalDate) =>
  entries !== null &&
  (entries.totals.some(({ demo, endsOn }) => demo && endsOn <= on) ||
    entries.national.some(({ demo, endsOn }) => demo && endsOn <= on) ||
    (entries.register?.members.some(({ demo, validFrom }) => demo && validFrom !== null && validFrom <= on) ?? false))

/** The part of a row that the catalogue gives. */
function definitionWire(indicator: Indicator) {
  const { id, goal, role, measure, name, clause, kind, unit, decimals, direction, modality, promise } = indicator
  const { due, target, baseline, sourceOfRecord, groups, ambiguities } = indicator
  return {
    id,
    goal,
    role,
    measure,
    name,
    clause,
    kind,
    unit,
    decimals,
    coverageUnit: coverageUnit(indicator),
    direction,
    modality,
    due:
      due === null ? null : { on: due.on, stated: due.stated, ...(due.reason !== undefined && { reason: due.reason }) },
    target: target === null ? null : targetWire(target, decimals),
    promise,
    baseline: baselineWire(baseline, decimals),
    sourceOfRecord,
    groups: [...groups],
    ambiguities: [...ambiguities],
  }
}

/** A promise to each region is counted for the nation by the regions that have any, not by what they have. */
const coverageUnit = ({ target, aggregation }: Indicator): domain.Text | null =>
  target?.perRegion === true && aggregation.regions === 'coverage' ? { zh: '个地区', en: 'regions' } : null

export function targetWire({ comparator, basis, perRegion, assumed }: domain.Target, decimals: number) {
  const band =
    'from' in comparator ? { from: valueWire(comparator.from, decimals), to: valueWire(comparator.to, decimals) } : {}
  return { comparator: comparator.is, value: valueWire(comparator.value, decimals), ...band, basis, perRegion, assumed }
}

function baselineWire(baseline: domain.Baseline | null, decimals: number): Judgement['baseline'] {
  if (baseline === null) return { known: false, why: 'no-baseline' }
  const { bound, on, precision, source } = baseline
  const value = valueWire(baseline.value, decimals)
  return { known: true, value, ...(bound !== undefined && { bound }), on, precision, source }
}

export function planWire(plan: domain.Judgement['plan'], decimals: number): Judgement['plan'] {
  if (!plan.known) return { known: false, why: plan.why }
  const { bound, ratio, elapsedDays, totalDays, startsOn, endsOn } = plan
  const value = valueWire(plan.value, decimals)
  return { known: true, value, ...(bound !== undefined && { bound }), ratio, elapsedDays, totalDays, startsOn, endsOn }
}

const stageWire = ({ id, name, dueOn, reachedOn, due, reached }: domain.StageStanding) => ({
  id,
  name,
  dueOn: dueOn ?? null,
  reachedOn: reachedOn ?? null,
  due,
  reached,
})

/** The last points of the source of record: published figures stand alone, totals of periods and counts of registers are joined. */
function sparkWire({ indicator, evidence, entries }: Judged): Judgement['spark'] {
  const { decimals, sourceOfRecord, plan } = indicator
  if (sourceOfRecord === 'regions' && entries !== null) {
    const totals = entries.totals.filter(({ endsOn }) => endsOn <= evidence.on)
    const after = countsAfter(indicator, evidence.programmeOn)
    const running = runningTotals(accumulationOf(indicator), totals, evidence.expected, after)
    const values = running.map((figure) => (figure.known ? valueWire(figure.value, decimals) : null))
    const days = totals.map(({ endsOn }) => endsOn)
    return { on: days.slice(-sparkPoints), value: values.slice(-sparkPoints), joined: true }
  }
  if (sourceOfRecord === 'register') return sparkOfRegister(indicator, evidence)
  if (sourceOfRecord !== 'national') return { on: [], value: [], joined: false }
  const round = plan.is === 'stages' ? plan.round : undefined
  const points = countingFigures(evidence.national, round).filter(({ on }) => on <= evidence.on)
  const shown = points.slice(-sparkPoints)
  return {
    on: shown.map(({ on }) => on),
    value: shown.map(({ value }) => valueWire(value, decimals)),
    joined: false,
  }
}

/** What a register counted at the end of each of the last months. */
function sparkOfRegister({ opening, decimals }: Indicator, { register, on }: domain.Evidence): Judgement['spark'] {
  if (opening === null || register === null) return { on: [], value: [], joined: true }
  const days = monthsBetween(opening.openedOn, lastEndedMonth(on).endsOn)
    .slice(-sparkPoints)
    .flatMap((code) => parsePeriod(code)?.endsOn ?? [])
  const figures = days.map((day) => register(day).figure)
  return {
    on: days,
    value: figures.map((figure) => (figure.known ? valueWire(figure.value, decimals) : null)),
    joined: true,
  }
}
