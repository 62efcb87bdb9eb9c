import { type Dashboard, statusReasons } from '@xushi/contract'
import {
  type Absence,
  divide,
  type Figure,
  judgeRegion,
  judgeRegionalTarget,
  known,
  type LocalDate,
  lastEndedMonth,
  type RegionalFigure,
  type RegionalTarget,
  regionalFigure,
  type Status,
  unknown,
} from '@xushi/domain'
import { accumulationOf, countedEntries, type Reading } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import {
  countsAfter,
  type EntrySources,
  expectedCount,
  isRegional,
  type RegisterSource,
  type VisibleEntries,
} from '../figures/evidence.ts'
import { figureWire, measuredWire, valueWire } from '../figures/figure.wire.ts'
import { type Asked, judged } from '../figures/judged.ts'
import { judgementWire, planWire } from '../figures/judgement.wire.ts'
import { expectedIn, figureOfRegion, regionsWithin } from '../figures/regional-figure.ts'
import { countIn, nationalCount } from '../figures/register-count.ts'

type Row = Omit<Dashboard['indicators'][number], 'lag'>
type RegionAsked = Asked & { readonly region: string; readonly knownSeq: number | null }

/** What a region holds of one indicator, and how much of what is due is there. */
type Held = Omit<RegionalFigure, 'figure'> & {
  readonly figure: Figure
  readonly absence: Absence | null
  readonly share: Figure
  readonly demo: boolean
}

/**
 * The row of one indicator for one region. A national target is never applied to a region: target, plan and status are unknown
 * (`no-regional-target`), unless the promise itself is made for each region, or is a yes or no. Value and share are shown.
 */
export async function regionalRow(
  reading: Reading,
  indicator: Indicator,
  asked: RegionAsked,
  entries: VisibleEntries,
): Promise<Row> {
  const held = entries === null ? hiddenHeld(indicator, asked) : await heldBy(reading, indicator, asked, entries)
  const isOwn = indicator.kind === 'yes-no' || indicator.target?.perRegion === true
  const decided = isOwn ? undefined : asked.view.regionalTarget(indicator.id, asked.region)
  const standing = decided === undefined ? null : standingOf(indicator, decided, held.figure, asked)
  const national = judgementWire(judged(indicator, asked, null))
  const none = { known: false, why: 'no-regional-target' } as const
  const { decimals } = indicator
  return {
    ...national,
    ...(decided === undefined ? {} : { due: { on: decided.on, stated: true } }),
    target:
      decided === undefined ? (isOwn ? ownTarget(indicator, national.target) : null) : partTarget(decided, decimals),
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
    ...(standing === null
      ? statusIn(indicator, held.figure, asked.on)
      : { status: standing.status, statusReason: standing.reason, marks: [] }),
    timing: null,
    forecast: { ...none, points: 0 },
    later: null,
    beside: [],
    reported: { units: entries === null ? null : held.reported.units, expected: held.reported.expected },
    spark: { on: [], value: [], joined: true },
    demo: held.demo,
    regional: {
      region: asked.region,
      figure: measuredWire(held.figure, decimals),
      absence: held.absence,
      share: figureWire(held.share),
      lastPeriod: held.period,
      lastEndsOn: held.on,
    },
  }
}

function measuredKnown(figure: Extract<Figure, { known: true }>, decimals: number) {
  const wire = measuredWire(figure, decimals)
  if (!wire.known) throw new Error('a known figure is known on the wire')
  return wire
}

/** How a region stands against its own part of the promise (分解目标). */
function standingOf(indicator: Indicator, target: RegionalTarget, figure: Figure, { programme, on }: RegionAsked) {
  const { publishedOn: programmeOn, thresholds } = programme
  const addsUp = indicator.opening !== null || accumulationOf(indicator) === 'flow'
  return judgeRegionalTarget(target, figure, { on, programmeOn, thresholds, addsUp })
}

const partTarget = ({ value }: RegionalTarget, decimals: number): Row['target'] => ({
  comparator: 'at-least',
  value: valueWire(value, decimals),
  basis: 'level',
  perRegion: true,
  assumed: false,
})

/** What is promised for each region: the range itself, or for a yes-or-no goal that it is there. */
function ownTarget({ kind }: Indicator, national: Row['target']): Row['target'] {
  if (kind !== 'yes-no') return national
  return { comparator: 'at-least', value: 1, basis: 'level', perRegion: true, assumed: national?.assumed ?? false }
}

/** The verdict over a region as a status. Without a promise of its own a region is not judged, and what is encouraged is not overdue. */
function statusIn(indicator: Indicator, figure: Figure, on: LocalDate): Pick<Row, 'status' | 'statusReason' | 'marks'> {
  const is = (status: Status, statusReason: Row['statusReason'] = null, marks: Row['marks'] = []) => ({
    status,
    statusReason,
    marks,
  })
  const judgement = judgeRegion(indicator, figure)
  if (!judgement.known) {
    const reason = statusReasons.find((candidate) => candidate === judgement.why)
    return reason === undefined ? is('no-data') : is('not-judged', reason)
  }
  if (judgement.verdict === 'met') return is('achieved')
  if (judgement.verdict === 'over-quota') return is('achieved', null, ['over-quota'])
  return indicator.due !== null && on > indicator.due.on ? is('overdue') : is('not-judged', 'unmet')
}

function hiddenHeld(indicator: Indicator, asked: RegionAsked): Held {
  const figure = unknown('sign-in-required')
  const reported = { units: 0, expected: expectedIn(indicator, asked) }
  return { figure, on: null, period: null, reported, absence: null, share: figure, demo: false }
}

async function heldBy(
  reading: Reading,
  indicator: Indicator,
  asked: RegionAsked,
  entries: EntrySources,
): Promise<Held> {
  const { region, on, knownSeq, programme, view } = asked
  if (indicator.opening !== null && entries.register !== null) return countedBy(indicator, asked, entries.register)
  const within = regionsWithin(indicator, view.regions, region)
  const filter = { indicatorId: indicator.id, knownSeq, to: on, ...(within.size === 1 && { region }) }
  const rows = isRegional(indicator)
    ? (await countedEntries(reading, filter)).filter((row) => within.has(row.region))
    : []
  const accumulation = accumulationOf(indicator)
  const after = countsAfter(indicator, programme.publishedOn)
  const held = figureOfRegion(indicator, rows, { region, on, view, programmeOn: programme.publishedOn })
  const nation = regionalFigure(accumulation, entries.totals, on, expectedCount(indicator, view, on), after)
  return {
    ...held,
    absence: rows.findLast((row) => row.endsOn === held.on)?.absence ?? null,
    share: indicator.aggregation.regions === 'sum' ? shareOf(held.figure, nation.figure) : unknown('not-a-sum'),
    demo: rows.some(({ demo }) => demo),
  }
}

/** What a region has in the register of an indicator. */
function countedBy(indicator: Indicator, { region, on, view }: RegionAsked, source: RegisterSource): Held {
  const { figure, reported } = countIn(region, indicator, view, source, on)
  const nation = nationalCount(indicator, view, source, on).figure
  return {
    figure,
    on,
    period: lastEndedMonth(on).code,
    reported,
    absence: null,
    share: indicator.aggregation.regions === 'sum' ? shareOf(figure, nation) : unknown('not-a-sum'),
    demo: source.members.some(({ demo }) => demo),
  }
}

/** A region's part of the sum of regions, 0 to 1. As long as somebody is missing in the sum, the part can only shrink. */
function shareOf(own: Figure, all: Figure): Figure {
  if (!own.known) return own
  if (!all.known) return all
  if (all.value === 0) return unknown('sum-is-zero')
  const share = divide(known(own.value, own.bound), all.value)
  if (!share.known || all.bound === undefined) return share
  return known(share.value, own.bound === undefined ? 'below' : 'about')
}
