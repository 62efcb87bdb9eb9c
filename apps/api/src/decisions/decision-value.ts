import type { ProposeDecision } from '@xushi/contract'
import {
  type Baseline,
  type Comparator,
  DomainError,
  type Due,
  isLocalDate,
  type PlanShape,
  type RegionalTarget,
  type RegisterOpening,
  smallestUnits,
  type Target,
} from '@xushi/domain'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'

/**
 * The value of a decision as the store keeps it: amounts in whole smallest units.
 *
 * @throws DomainError for what does not fit its subject: a date that is not there, a value with too many places, a register of what
 *   is not counted, a band without ends, a plan out of order
 */
export function decidedValue(proposed: ProposeDecision, view: CatalogueView): unknown {
  switch (proposed.part) {
    case 'opening': {
      const indicator = view.indicator(proposed.indicator)
      view.register(indicator.id)
      const { openedOn, balance, balanceSource } = proposed.value
      return { openedOn: day(openedOn), balance: whole(balance, indicator), balanceSource } satisfies RegisterOpening
    }
    case 'target':
      return targetOf(proposed.value, view.indicator(proposed.indicator))
    case 'baseline': {
      const { value, bound, on, precision, source } = proposed.value
      const indicator = view.indicator(proposed.indicator)
      return {
        value: whole(value, indicator),
        ...(bound !== undefined && { bound }),
        on: day(on),
        precision,
        source,
      } satisfies Baseline
    }
    case 'due': {
      const { on, stated, reason } = proposed.value
      return { on: day(on), stated, ...(reason !== undefined && { reason }) } satisfies Due
    }
    case 'plan':
      return planOf(proposed.value.points, view.indicator(proposed.indicator))
    case 'regional-target':
      return regionalTargetOf(proposed.value, view.indicator(proposed.indicator), view)
    case 'thresholds':
      if (proposed.value.slightlyBehind >= proposed.value.onSchedule) throw new DomainError('value-out-of-range')
      return proposed.value
    case 'reading':
      return proposed.value
    default:
      return proposed satisfies never
  }
}

function day(text: string): string {
  if (!isLocalDate(text)) throw new DomainError('unknown-date', { value: text })
  return text
}

function whole(value: number, { decimals }: Pick<Indicator, 'decimals'>): number {
  const count = smallestUnits(value, decimals)
  if (typeof count === 'string') throw new DomainError(count)
  return count
}

type TargetAsked = Extract<ProposeDecision, { part: 'target' }>['value']

function targetOf({ comparator, value, from, to, basis }: TargetAsked, indicator: Indicator): Target {
  const { target } = indicator
  const perRegion = target?.perRegion ?? false
  return { comparator: comparatorOf(comparator, { value, from, to }, indicator), basis, perRegion, assumed: false }
}

type Ends = { readonly value: number; readonly from?: number | undefined; readonly to?: number | undefined }

function comparatorOf(is: Comparator['is'], { value, from, to }: Ends, indicator: Indicator): Comparator {
  if (is !== 'about' && is !== 'range') return { is, value: whole(value, indicator) }
  if (from === undefined || to === undefined || from > to) throw new DomainError('value-out-of-range')
  return { is, value: whole(value, indicator), from: whole(from, indicator), to: whole(to, indicator) }
}

type Point = { readonly on: string; readonly value: number }

function planOf(points: readonly Point[], indicator: Indicator): PlanShape {
  if (points.length === 0) return { is: 'straight' }
  const dated = points.map(({ on, value }) => ({ on: day(on), value: whole(value, indicator) }))
  const inOrder = dated.every(({ on }, index) => index === 0 || on > (dated[index - 1]?.on ?? ''))
  const beforeDue = indicator.due === null || dated.every(({ on }) => on <= (indicator.due?.on ?? on))
  if (!inOrder || !beforeDue) throw new DomainError('out-of-order')
  return { is: 'milestones', points: dated }
}

type RegionalAsked = Extract<ProposeDecision, { part: 'regional-target' }>['value']

/** A 分解目标: a region's part of a national promise. */
function regionalTargetOf(
  { region, value, on }: RegionalAsked,
  indicator: Indicator,
  view: CatalogueView,
): RegionalTarget {
  const { code, reporting, level } = view.region(region)
  const isOwn = indicator.target?.perRegion === true || indicator.kind === 'yes-no'
  if (!reporting || level === 'nation' || isOwn) throw new DomainError('not-reporting-level')
  return { indicator: indicator.id, region: code, value: whole(value, indicator), on: day(on) }
}

/** A stored value with its amounts in the indicator's unit, as people write them. */
export function inUnits(part: string, subject: string, value: unknown, view: CatalogueView): unknown {
  if (value === null || typeof value !== 'object' || part === 'thresholds' || part === 'reading') return value
  const { decimals } = view.indicator(subject.split('#')[0] ?? '')
  const scaled = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(scaled)
    if (inner === null || typeof inner !== 'object') return inner
    return Object.fromEntries(
      Object.entries(inner).map(([key, member]) => [
        key,
        typeof member === 'number' && amounts.includes(key) ? valueWire(member, decimals) : scaled(member),
      ]),
    )
  }
  return scaled(value)
}

const amounts = ['value', 'from', 'to', 'balance']
