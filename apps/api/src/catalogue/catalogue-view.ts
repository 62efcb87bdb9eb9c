import {
  type CalendarYear,
  DomainError,
  type IndicatorDefinition,
  type Programme,
  type PublishedFigure,
  type Region,
  type RegionalTarget,
  type Register,
  type ReportingUnit,
} from '@xushi/domain'
import type { DecidedCatalogue } from '@xushi/store'

/** An indicator with the programme it belongs to. */
export type Indicator = IndicatorDefinition & { readonly programme: string }

/** The catalogue on one date as known at one moment, found by id. */
export type CatalogueView = {
  readonly programmes: readonly Programme[]
  readonly regions: readonly Region[]
  readonly units: readonly ReportingUnit[]
  /** @throws DomainError unknown-programme */
  readonly programme: (id: string) => Programme
  /** @throws DomainError unknown-indicator */
  readonly indicator: (id: string) => Indicator
  /** @throws DomainError unknown-region */
  readonly region: (code: string) => Region
  /** @throws DomainError unknown-unit */
  readonly unit: (id: string) => ReportingUnit
  readonly indicatorsOf: (programme: string) => readonly Indicator[]
  readonly registers: readonly Register[]
  readonly years: readonly CalendarYear[]
  /** @throws DomainError unknown-register */
  readonly register: (id: string) => Register
  /** The register of an indicator; undefined where nothing is counted. */
  readonly registerOf: (indicator: string) => Register | undefined
  /** A region's own target (分解目标); undefined where none was decided. */
  readonly regionalTarget: (indicator: string, region: string) => RegionalTarget | undefined
  /** What was decided for all regions. */
  readonly regionalTargets: readonly RegionalTarget[]
  readonly publishedOf: (indicator: Indicator) => readonly PublishedFigure[]
}

export function catalogueView(catalogue: DecidedCatalogue): CatalogueView {
  const { programmes, regions, units, indicators, registers, publishedFigures } = catalogue
  const byProgramme = Map.groupBy(indicators, ({ programme }) => programme)
  const published = Map.groupBy(publishedFigures, ({ programme, goal }) => `${programme} ${goal}`)
  const registerOf = new Map(registers.map((register) => [register.id, register]))
  return {
    programmes,
    regions,
    units,
    registers,
    years: catalogue.years,
    register: finder(registers, ({ id }) => id, 'unknown-register'),
    registerOf: (indicator) => registerOf.get(indicator),
    programme: finder(programmes, ({ id }) => id, 'unknown-programme'),
    indicator: finder(indicators, ({ id }) => id, 'unknown-indicator'),
    region: finder(regions, ({ code }) => code, 'unknown-region'),
    unit: finder(units, ({ id }) => id, 'unknown-unit'),
    indicatorsOf: (programme) => byProgramme.get(programme) ?? [],
    regionalTargets: catalogue.regionalTargets,
    regionalTarget: (indicator, region) =>
      catalogue.regionalTargets.find((target) => target.indicator === indicator && target.region === region),
    publishedOf: ({ programme, goal }) => published.get(`${programme} ${goal}`) ?? [],
  }
}

type UnknownKind = 'unknown-programme' | 'unknown-indicator' | 'unknown-region' | 'unknown-unit' | 'unknown-register'

function finder<Item>(items: readonly Item[], keyOf: (item: Item) => string, kind: UnknownKind): (key: string) => Item {
  const found = new Map(items.map((item) => [keyOf(item), item]))
  return (key) => {
    const item = found.get(key)
    if (item === undefined) throw new DomainError(kind, { value: key })
    return item
  }
}
