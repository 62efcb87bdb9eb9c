import type { Forecast, ForecastBrief, NoForecastReason, SourceForecast } from '@xushi/contract'
import * as domain from '@xushi/domain'
import { figureWire, measuredWire, valueWire } from './figure.wire.ts'
import type { Judged } from './judgement.wire.ts'

type Outcome = domain.Forecast | domain.WithoutForecast<domain.NoGoalForecast>
type None = Extract<Forecast, { known: false }>

/** Where the source of record of a judged indicator is going, in short. */
export function forecastBriefWire(row: Judged): ForecastBrief {
  const { indicator, evidence, judgement } = row
  const outcome = domain.forecastOfRecord(indicator, evidence, judgement)
  const isHidden = indicator.sourceOfRecord !== null && hiddenSources(row).includes(indicator.sourceOfRecord)
  return outcome.known ? statedWire(outcome, indicator.decimals) : noneWire(outcome, isHidden)
}

/** Where each source is going, by both methods. A source that the reader may not see is named without a figure. */
export function forecastsWire(row: Judged): SourceForecast[] {
  const { indicator, evidence, judgement } = row
  const hidden = hiddenSources(row)
  const seen = domain.forecastsOf(indicator, evidence, judgement).map((forecast): SourceForecast => {
    const { source, counts, isGain, target, methods } = forecast
    const [headline, other] = ordered(methods).map((method) =>
      forecastWire(method, indicator.decimals, hidden.includes(source)),
    )
    if (headline === undefined || other === undefined) throw new Error('there are two methods')
    const scale = isGain ? 'gain' : 'value'
    return { source, counts, scale, target: measuredWire(target, indicator.decimals), headline, other }
  })
  const told = seen.map(({ source }) => source)
  return [...seen, ...hidden.filter((source) => !told.includes(source)).map((source) => hiddenWire(row, source))]
}

/** The sources that may hold figures for those who may see entries. */
function hiddenSources({ indicator, evidence, entries }: Judged): readonly domain.Source[] {
  if (entries !== null) return []
  const isSummed = evidence.regional !== null && indicator.aggregation.regions !== 'none'
  const regions: readonly domain.Source[] = isSummed ? ['regions'] : []
  return indicator.opening === null ? regions : [...regions, 'register']
}

function hiddenWire(row: Judged, source: domain.Source): SourceForecast {
  const brief = forecastBriefWire(row)
  const why = brief.known || brief.why === 'achieved' ? 'too-few-points' : brief.why
  const none = noneWire({ why, points: 0 }, true)
  const counts = source === row.indicator.sourceOfRecord
  const target = { known: false, why: 'sign-in-required' } as const
  const scale = source === 'regions' && row.indicator.aggregation.time === 'sum' ? 'gain' : 'value'
  return { source, counts, scale, target, headline: none, other: none }
}

type Method = domain.SourceForecast['methods'][domain.ForecastMethod]

/** The first method, then the other. */
const ordered = (methods: domain.SourceForecast['methods']): readonly Method[] =>
  domain.forecastMethods
    .toSorted((a, b) => Number(b === domain.headlineMethod) - Number(a === domain.headlineMethod))
    .map((method) => methods[method])

function forecastWire({ outcome, backTest }: Method, decimals: number, isHidden: boolean): Forecast {
  if (!outcome.known) return noneWire(outcome, isHidden)
  const value = (amount: number) => valueWire(amount, decimals)
  const { points, incomplete, band, line } = outcome
  return {
    ...statedWire(outcome, decimals),
    points,
    incomplete,
    band: { low: value(band.low), high: value(band.high) },
    line: {
      on: line.map(({ on }) => on),
      expected: line.map(({ expected }) => value(expected)),
      low: line.map(({ low }) => value(low)),
      high: line.map(({ high }) => value(high)),
    },
    backTest: { count: backTest.count, error: figureWire(backTest.error), within: backTest.within },
  }
}

function statedWire(outcome: Extract<Outcome, { known: true }>, decimals: number) {
  const { method, used, pacePerMonth, expected, reachedOn, neededPerMonth, line } = outcome
  const [first, last, due] = [used[0], used.at(-1), line.at(-1)]
  if (first === undefined || last === undefined || due === undefined) throw new Error('a forecast has its points')
  const inUnit = ({ value, bound }: domain.Known) => domain.known(valueWire(value, decimals), bound)
  return {
    known: true,
    method,
    usedFrom: first.on,
    usedTo: last.on,
    pacePerMonth: inUnit(pacePerMonth),
    expected: { ...inUnit(expected), on: due.on },
    reachedOn,
    neededPerMonth: inUnit(neededPerMonth),
  } as const
}

/** Where figures are merely hidden, somebody without an account is not told that there are too few. */
function noneWire({ why, points }: { why: NoForecastReason; points: number }, isHidden: boolean): None {
  return { known: false, why: isHidden && why === 'too-few-points' ? 'sign-in-required' : why, points }
}
