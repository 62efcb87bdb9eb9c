import {
  DomainError,
  type EntryContent,
  expectedUnits,
  type Frequency,
  isPrefecture,
  type LocalDate,
  type Period,
  parsePeriod,
  periodsTouching,
  type ReportingRule,
  type ReportingUnit,
  ruleOf,
  smallestUnits,
  type Text,
} from '@xushi/domain'
import { type Cell, nation } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import type { Person } from '../session/person.ts'
import { reaches } from './entry-rights.ts'

export type CellAsked = {
  readonly indicator: string
  readonly region: string
  readonly period: string
  readonly unit?: string | undefined
}

/**
 * Finds the cell that somebody means to record, or refuses: an unknown word, a counted goal, a period that is not over or not of
 * the indicator's calendar, a unit that does not report this, or one outside the person's scope.
 *
 * @throws DomainError
 */
export function cellFor(person: Person, asked: CellAsked, view: CatalogueView, today: LocalDate): Cell {
  const indicator = view.indicator(asked.indicator)
  checkRecordable(indicator, asked.region)
  const { code: region } = view.region(asked.region)
  const programme = view.programme(indicator.programme)
  const rule = ruleOf(indicator, programme, region === nation ? 'nation' : 'region')
  const period = endedPeriod(asked.period, { firstPeriod: programme.firstPeriod, rule, today })
  const unit = unitFor(person, indicator, region, asked.unit, view, period.endsOn)
  return {
    programme: indicator.programme,
    indicatorId: indicator.id,
    region,
    unitId: unit.id,
    period: period.code,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
  }
}

/** Whether somebody types values of an indicator, and for the nation or for a region. */
function checkRecordable({ kind, typed }: Indicator, region: string): void {
  if (kind === 'counted') throw new DomainError('counted-indicator')
  if (typed === null) throw new DomainError('not-recordable')
  if ((region === nation ? typed.nation : typed.region) === null) throw new DomainError('not-reporting-level')
}

type Calendar = { readonly firstPeriod: string; readonly rule: ReportingRule; readonly today: LocalDate }

/** A period of the indicator's own calendar that is over: a quarter recorded beside its months would leave them owed for ever. */
function endedPeriod(code: string, { firstPeriod, rule, today }: Calendar): Period {
  const period = parsePeriod(code)
  if (period === null) throw new DomainError('unknown-period', { value: code })
  const first = parsePeriod(firstPeriod)
  if (first !== null && period.startsOn < first.startsOn) throw new DomainError('period-before-programme')
  const right = periodsTouching(period, rule)
    .filter(({ startsOn }) => first === null || startsOn >= first.startsOn)
    .map((one) => one.code)
  if (right.length === 0) throw new DomainError('period-before-programme')
  if (!right.includes(period.code)) {
    const every = frequencyWords[rule.every]
    throw new DomainError('period-not-of-calendar', {
      period: code,
      every: every.zh,
      everyEn: every.en,
      right: right.join('、'),
      rightEn: right.join(', '),
    })
  }
  if (period.endsOn >= today) throw new DomainError('period-not-over')
  return period
}

const frequencyWords: Readonly<Record<Frequency, Text>> = {
  month: { zh: '按月填报', en: 'by month' },
  quarter: { zh: '按季度填报', en: 'by quarter' },
  half: { zh: '按半年填报', en: 'by half-year' },
  year: { zh: '按年填报', en: 'by year' },
}

/** The unit that reports: the one that was named, or the one that the person's scope leaves no doubt about. */
function unitFor(
  person: Person,
  indicator: Indicator,
  region: string,
  named: string | undefined,
  view: CatalogueView,
  on: LocalDate,
): ReportingUnit {
  if (named !== undefined) view.unit(named)
  const reporting = reportingUnits(indicator, region, view, on)
  if (reporting.length === 0) throw new DomainError(region === nation ? 'not-expected' : 'not-reporting-level')
  const meant = named === undefined ? reporting : reporting.filter(({ id }) => id === named)
  if (meant.length === 0) throw new DomainError('not-expected')
  const own = meant.filter(({ id }) => reaches(person, 'progress:record', id, view.units))
  const [unit, other] = own
  if (unit === undefined) throw new DomainError('out-of-scope')
  if (other !== undefined) throw new DomainError('unit-needed')
  return unit
}

/**
 * The units that may report an indicator for a region of its level: those expected there, and for a prefecture the unit of its
 * province. 计划单列市 are cells of their own where prefectures report; where provinces do, they lie inside theirs.
 */
export function reportingUnits(
  indicator: Indicator,
  region: string,
  { units, regions }: CatalogueView,
  on: LocalDate,
): readonly ReportingUnit[] {
  if (region === nation) return expectedUnits(indicator, 'nation', units, regions, on)
  const expected = expectedUnits(indicator, 'region', units, regions, on)
  if (indicator.reportingLevel !== 'prefecture') return expected.filter((unit) => unit.region === region)
  const place = regions.find(({ code }) => code === region)
  return place !== undefined && isPrefecture(place) ? expected.filter((unit) => unit.region === place.parent) : []
}

type Content = { readonly value: number } | { readonly absence: 'not-applicable' | 'withheld' }

/** A value as it was sent, as a whole count of smallest units. @throws DomainError value-… */
export function contentOf(indicator: Indicator, content: Content): EntryContent {
  if ('absence' in content) return { absence: content.absence }
  const value = smallestUnits(content.value, indicator.decimals)
  if (typeof value === 'string') throw new DomainError(value)
  if (indicator.kind === 'yes-no' && value > 1) throw new DomainError('value-out-of-range')
  return { value }
}
