import { type Dashboard, statusReasons } from '@xushi/contract'
import {
  divide,
  type Figure,
  judgeRegion,
  judgeRegionalTarget,
  known,
  type LocalDate,
  type Programme,
  type RegionalTarget,
  type Status,
  unknown,
} from '@xushi/domain'
import { accumulationOf } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from './figure.wire.ts'
import { targetWire } from './judgement.wire.ts'

type Row = Dashboard['indicators'][number]
type RegionJudged = {
  readonly region: string
  readonly view: CatalogueView
  readonly programme: Programme
  readonly on: LocalDate
  /** Regions that are asked within this one: itself, or its prefectures. */
  readonly members: number
}

/** Whether the promise itself is made to each region. */
export const isPromisedToEach = ({ kind, target }: Indicator) => kind === 'yes-no' || target?.perRegion === true

/**
 * How a region stands: against what is promised to each region, against its own part (分解目标) where one was decided, and otherwise not
 * at all. A national target is never applied to a region.
 */
export function regionalStatus(indicator: Indicator, figure: Figure, asked: RegionJudged) {
  const { view, region, programme, on } = asked
  const decided = isPromisedToEach(indicator) ? undefined : view.regionalTarget(indicator.id, region)
  if (decided === undefined)
    return { decided, standing: null, target: ownTarget(indicator, asked), ...statusIn(indicator, figure, asked) }
  const { publishedOn: programmeOn, thresholds } = programme
  const addsUp = indicator.opening !== null || accumulationOf(indicator) === 'flow'
  const standing = judgeRegionalTarget(decided, figure, { on, programmeOn, thresholds, addsUp })
  const { status, reason: statusReason } = standing
  const marks: Row['marks'] = []
  return { decided, standing, target: partTarget(decided, indicator.decimals), status, statusReason, marks }
}

const partTarget = ({ value }: RegionalTarget, decimals: number): Row['target'] => ({
  comparator: 'at-least',
  value: valueWire(value, decimals),
  basis: 'level',
  perRegion: true,
  assumed: false,
})

/** What is promised to each region: the range itself, or for a yes-or-no goal that it is there, in every one of its prefectures. */
function ownTarget(indicator: Indicator, { members }: RegionJudged): Row['target'] {
  if (!isPromisedToEach(indicator)) return null
  const { kind, target, decimals } = indicator
  const national = target === null ? null : targetWire(target, decimals)
  if (kind !== 'yes-no') return national
  const value = Math.max(1, members)
  return { comparator: 'at-least', value, basis: 'level', perRegion: true, assumed: target?.assumed ?? false }
}

/** The verdict over a region as a status. Without a promise of its own a region is not judged, and what is encouraged is not overdue. */
function statusIn(
  indicator: Indicator,
  figure: Figure,
  { on, members }: RegionJudged,
): Pick<Row, 'status' | 'statusReason' | 'marks'> {
  const is = (status: Status, statusReason: Row['statusReason'] = null, marks: Row['marks'] = []) => ({
    status,
    statusReason,
    marks,
  })
  const judgement = judgeRegion(indicator, figure, members)
  if (!judgement.known) {
    const reason = statusReasons.find((candidate) => candidate === judgement.why)
    return reason === undefined ? is('no-data') : is('not-judged', reason)
  }
  if (judgement.verdict === 'met') return is('achieved')
  if (judgement.verdict === 'over-quota') return is('achieved', null, ['over-quota'])
  return indicator.due !== null && on > indicator.due.on ? is('overdue') : is('not-judged', 'unmet')
}

/**
 * A region's part of the sum of regions, 0 to 1. As long as somebody is missing in the sum, the part can only shrink; of two lower
 * bounds it may be anything.
 */
export function shareOf({ aggregation }: Indicator, own: Figure, all: Figure): Figure {
  if (aggregation.regions !== 'sum') return unknown('not-a-sum')
  if (!own.known) return own
  if (!all.known) return all
  if (all.value === 0) return unknown('sum-is-zero')
  if (own.bound === 'above' && all.bound === 'above') return unknown('nothing-certain')
  const share = divide(known(own.value, own.bound), all.value)
  // Nothing of a growing sum stays nothing.
  if (!share.known || all.bound === undefined || (own.value === 0 && own.bound === undefined)) return share
  return known(share.value, own.bound === undefined ? 'below' : 'about')
}
