import type { DecisionWarning } from '@xushi/contract'
import {
  DomainError,
  mostForRegions,
  type PlanShape,
  planFaults,
  type RegionalTarget,
  targetLevel,
} from '@xushi/domain'
import type { FiledDecision } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'

/**
 * Refuses what cannot hold: a register opened anew without a document, a region promised more than the nation, a plan that leaves its way.
 *
 * @throws DomainError document-required, decision-refused
 */
export function checkDecision(subject: string, { part, value, documentNumber }: FiledDecision, view: CatalogueView) {
  // What is stored of each part has the shape of that part.
  switch (part) {
    case 'opening':
      if (view.indicator(subject).opening !== null && (documentNumber ?? '').trim() === '')
        throw new DomainError('document-required')
      return
    case 'plan':
      checkPlan(value as PlanShape, view.indicator(subject))
      return
    case 'regional-target':
      checkPart(value as RegionalTarget, view)
  }
}

function checkPlan(plan: PlanShape, indicator: Indicator): void {
  const faults = planFaults(plan, indicator)
  if (faults.length === 0) return
  const { baseline, target, decimals, unit } = indicator
  const level = target === null ? null : targetLevel(target, baseline)
  throw new DomainError('decision-refused', {
    faults: faults.map(({ at, fault }) => `/value/points/${at}/value ${fault}`),
    start: said(baseline?.value ?? 0, decimals),
    end: said(level?.known ? level.value : 0, decimals),
    unit: unit.zh,
    unitEn: unit.en,
  })
}

function checkPart({ indicator: id, value }: RegionalTarget, view: CatalogueView): void {
  const { unit, decimals, ...indicator } = view.indicator(id)
  const most = mostForRegions(indicator)
  if (most === null || value <= most) return
  throw new DomainError('decision-refused', {
    faults: ['/value/value part-exceeds-whole'],
    most: said(most, decimals),
    unit: unit.zh,
    unitEn: unit.en,
  })
}

/** What those who propose and approve are told of a decision that may hold: the parts of the regions come to more than the whole. */
export function decisionWarnings({ part, value }: FiledDecision, view: CatalogueView): DecisionWarning[] {
  if (part !== 'regional-target') return []
  const { indicator: id, region, value: own } = value as RegionalTarget
  const { decimals, ...indicator } = view.indicator(id)
  const most = mostForRegions(indicator)
  if (most === null || !isWholeProvince(region, view)) return []
  const others = view.regionalTargets.filter(
    (target) => target.indicator === id && target.region !== region && isWholeProvince(target.region, view),
  )
  const sum = others.reduce((total, target) => total + target.value, own)
  if (sum <= most) return []
  return [{ is: 'parts-exceed-whole', sum: valueWire(sum, decimals), most: valueWire(most, decimals) }]
}

/** Cities lie inside their provinces, whose parts hold theirs already. */
const isWholeProvince = (code: string, view: CatalogueView) => ['province', 'corps'].includes(view.region(code).level)

/** An amount of a sentence of the server, with its digits in groups. */
const said = (value: number, decimals: number): string => (valueWire(value, decimals) ?? 0).toLocaleString('en-US')
