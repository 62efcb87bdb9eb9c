import type { Dashboard } from '@xushi/contract'
import { type Figure, regionalFigure } from '@xushi/domain'
import { accumulationOf, countedEntries, type Reading } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { countsAfter, type EntrySources, expectedCount, isRegional, type VisibleEntries } from '../figures/evidence.ts'
import { figureWire, measuredWire, valueWire } from '../figures/figure.wire.ts'
import { type Asked, judged } from '../figures/judged.ts'
import { judgementWire, planWire } from '../figures/judgement.wire.ts'
import {
  heldFromEntries,
  heldFromRegister,
  hiddenHeld,
  isCounted,
  periodsFor,
  type RegionHeld,
} from '../figures/region-held.ts'
import { expectedIn, regionsWithin } from '../figures/regional-figure.ts'
import { regionalStatus } from '../figures/regional-status.ts'
import { nationalCount, provinceOf } from '../figures/register-count.ts'
import type { RegionReports } from './region-reports.ts'

type Row = Omit<Dashboard['indicators'][number], 'lag'>
type RegionAsked = Asked & { readonly region: string; readonly knownSeq: number | null }

/** Points of a small trend: more could not be told apart. */
const linePoints = 12

/**
 * The row of one indicator for one region. A national target is never applied to a region: target, plan and status are unknown
 * (`no-regional-target`), unless the promise itself is made for each region, or is a yes or no. Value and share are shown.
 */
export async function regionalRow(
  reading: Reading,
  indicator: Indicator,
  asked: RegionAsked,
  entries: VisibleEntries,
  reports: RegionReports | null,
): Promise<Row> {
  const days = periodsFor(indicator, asked.view, asked.on)
    .map(({ endsOn }) => endsOn)
    .slice(-linePoints)
  const members = expectedIn(indicator, asked)
  const held = entries === null ? hiddenHeld(members) : await heldBy(reading, indicator, { ...asked, days }, entries)
  const { decided, standing, target, status, statusReason, marks } = regionalStatus(indicator, held.figure, {
    ...asked,
    members,
  })
  const national = judgementWire(judged(indicator, asked, null))
  const none = { known: false, why: 'no-regional-target' } as const
  const { decimals } = indicator
  return {
    ...national,
    coverageUnit: null,
    ...(decided === undefined ? {} : { due: { on: decided.on, stated: true } }),
    target,
    baseline: none,
    sourceOfRecord: null,
    actual:
      held.figure.known && held.on !== null
        ? { ...measuredKnown(held.figure, decimals), on: held.on }
        : { known: false, why: held.figure.known ? 'not-reported' : held.figure.why },
    gain: none,
    attainment: standing === null ? none : figureWire(standing.attainment),
    achievement: standing === null ? none : figureWire(standing.attainment),
    plan: standing === null ? none : planWire(standing.plan, decimals),
    stages: null,
    scheduleIndex: standing === null ? none : figureWire(standing.scheduleIndex),
    percentagePoints: standing === null ? none : figureWire(standing.percentagePoints),
    earnedDays: none,
    status,
    statusReason,
    marks,
    timing: null,
    forecast: { ...none, points: 0 },
    later: null,
    beside: [],
    reported: { units: entries === null ? null : held.reported.units, expected: held.reported.expected },
    spark: lineWire(held, days, decimals),
    demo: held.demo,
    regional: {
      region: asked.region,
      figure: measuredWire(held.figure, decimals),
      absence: held.absence,
      share: figureWire(held.share),
      lastPeriod: held.period,
      lastEndsOn: held.on,
      byPrefecture: indicator.reportingLevel === 'prefecture',
      reports: reports?.(indicator) ?? null,
    },
  }
}

function lineWire({ line }: RegionHeld, days: readonly string[], decimals: number): Row['spark'] {
  const values = line.map((figure) => (figure.known ? valueWire(figure.value, decimals) : null))
  return { on: line.length === 0 ? [] : [...days], value: values, joined: true }
}

function measuredKnown(figure: Extract<Figure, { known: true }>, decimals: number) {
  const wire = measuredWire(figure, decimals)
  if (!wire.known) throw new Error('a known figure is known on the wire')
  return wire
}

async function heldBy(
  reading: Reading,
  indicator: Indicator,
  asked: RegionAsked & { readonly days: readonly string[] },
  { register, totals }: EntrySources,
): Promise<RegionHeld> {
  const { region, on, knownSeq, programme, view } = asked
  if (register !== null && isCounted(indicator, view)) {
    const own = register.members.filter((member) => provinceOf(member.region, view) === region)
    const all = nationalCount(indicator, view, register, on).figure
    return heldFromRegister(indicator, { ...register, members: own }, { ...asked, all })
  }
  const within = regionsWithin(indicator, view.regions, region)
  const filter = { indicatorId: indicator.id, knownSeq, to: on, ...(within.size === 1 && { region }) }
  const rows = isRegional(indicator)
    ? (await countedEntries(reading, filter)).filter((row) => within.has(row.region))
    : []
  const after = countsAfter(indicator, programme.publishedOn)
  const expected = expectedCount(indicator, view, on)
  const all = regionalFigure(accumulationOf(indicator), totals, on, expected, after).figure
  return heldFromEntries(indicator, rows, { ...asked, all })
}
