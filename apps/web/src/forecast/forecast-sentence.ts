import type { Forecast, IndicatorPage, SourceForecast } from '@xushi/contract'
import { endOfMonth } from '@xushi/domain'
import { boundWord, type Language, percent, type Words, wordsIn } from '@xushi/wording'
import { forecastWords } from './forecast.words.ts'
import { type AmountOf, amountOf, edgesText, estimateText, statedText } from './forecast-amount.ts'

export type ForecastOf = {
  readonly forecasts: IndicatorPage['forecasts']
  readonly judgement: Pick<IndicatorPage['judgement'], 'unit' | 'decimals' | 'target'>
}
/** What is said of one source: what it is (bold), what is expected, and how good the method was. */
export type ForecastStatement = {
  readonly source: SourceForecast['source'] | null
  readonly head: string
  readonly body: string
  readonly note: string | null
}

type Says = Words<(typeof forecastWords)['zh']>['en']
type Stated = Extract<Forecast, { known: true }>
type Said = { readonly says: Says; readonly of: AmountOf; readonly language: Language }

/** The forecasts of an indicator in words, one statement for each source; one for all where a reason holds for the goal itself. */
export function forecastStatements(
  { forecasts, judgement }: ForecastOf,
  language: Language,
): readonly ForecastStatement[] {
  const says = wordsIn(forecastWords, language)
  const common = reasonOfGoal(forecasts)
  if (common !== null) return [{ source: null, head: says.none[common], body: '', note: null }]
  return forecasts.map((forecast) => statement(forecast, judgement, language))
}

/** The same as one text, for the description of the chart. */
export function forecastSentence(page: ForecastOf, language: Language): string {
  const [stop, gap] = language === 'zh' ? ['。', ''] : ['.', ' ']
  const said = forecastStatements(page, language).map(({ head, body, note }) =>
    [`${head}${body}`, note]
      .filter((part) => part !== null)
      .map((part) => `${part}${stop}`)
      .join(gap),
  )
  return said.join(gap)
}

/** The reason that all sources share, unless it is one of the source: too few figures, or not for this reader. */
function reasonOfGoal(forecasts: ForecastOf['forecasts']) {
  const [first] = forecasts
  if (first === undefined || first.headline.known) return null
  const { why } = first.headline
  if (why === 'too-few-points' || why === 'sign-in-required') return null
  return forecasts.every(({ headline }) => !headline.known && headline.why === why) ? why : null
}

function statement(
  forecast: SourceForecast,
  judgement: ForecastOf['judgement'],
  language: Language,
): ForecastStatement {
  const { source, headline, other } = forecast
  const says = wordsIn(forecastWords, language)
  const [colon, comma] = language === 'zh' ? ['：', ''] : [': ', ', ']
  if (!headline.known) {
    const { why, points } = headline
    const because = why === 'too-few-points' ? says.tooFew(points) : says.none[why]
    return { source, head: `${says.sources[source]}${colon}${because}`, body: '', note: null }
  }
  const largest = Math.max(
    Math.abs(headline.expected.value),
    forecast.target.known ? Math.abs(forecast.target.value) : 0,
  )
  const { decimals, unit } = judgement
  const of = amountOf(largest, { decimals, language, unit: unit[language] })
  const said = { says, of, language }
  return {
    source,
    head: says.sources[source],
    body: `${comma}${bodyOf(forecast, headline, judgement, said)}`,
    note: noteOf(headline, other, said),
  }
}

function bodyOf(forecast: SourceForecast, headline: Stated, judgement: ForecastOf['judgement'], said: Said): string {
  const { says, of, language } = said
  const { pacePerMonth: pace, expected } = headline
  const bounded = `${boundWord(pace.bound, language, 'total')}${estimateText(Math.abs(pace.value), of)}`
  const spoken = says.pace(pace.value >= 0, bounded)
  const by = says.bySpeed[headline.method](spanText(headline, says))
  const comes = says.expected(expected.on, estimateText(expected.value, of), asideOf(forecast, headline, said))
  const goal = goalText(forecast, judgement, said)
  const parts = [
    language === 'zh' ? `${by}（${spoken}），${comes}` : `${by} (${spoken}), ${comes}`,
    ...(goal === null ? [] : [reachedText(headline, goal, says), neededText(forecast, headline, goal, said)]),
  ]
  return parts.filter((part) => part !== null).join(language === 'zh' ? '；' : '; ')
}

/** The band, and how much was not reported, which makes a sum that only grows too low. */
function asideOf(
  { source }: SourceForecast,
  { band, incomplete, expected }: Stated,
  { says, of, language }: Said,
): string {
  const parts = [
    says.band(...edgesText(band, of)),
    incomplete > 0 ? says.incomplete[source === 'register' ? 'register' : 'entries'](incomplete) : null,
    expected.bound === 'above' ? says.low : null,
  ]
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ')
}

function goalText({ target }: SourceForecast, judgement: ForecastOf['judgement'], { says, of }: Said): string | null {
  if (!target.known) return null
  const stated = statedText(target.value, of)
  if (judgement.target?.comparator === 'more-than') return says.goal.pass(stated)
  return judgement.target?.comparator === 'at-most' ? says.goal.fall(stated) : says.goal.reach(stated)
}

function reachedText({ reachedOn }: Stated, goal: string, says: Says): string {
  if (!reachedOn.known) return says.not[reachedOn.why](goal)
  const { on, from, to } = reachedOn
  return to === null ? says.onOpen(goal, on, from) : says.on(goal, on, from, to)
}

function neededText(forecast: SourceForecast, headline: Stated, goal: string, { says, of }: Said): string | null {
  const { neededPerMonth, reachedOn } = headline
  if (!reachedOn.known && reachedOn.why === 'reached') return null
  const who = forecast.counts ? '' : says.alone[forecast.source]
  return says.needed(who, goal, neededPerMonth.value >= 0, estimateText(Math.abs(neededPerMonth.value), of))
}

function noteOf({ backTest }: Stated, other: Forecast, { says, of, language }: Said): string {
  const { count, error, within } = backTest
  const tested = error.known ? says.backTest(count, percent(error.value), within) : says.noBackTest
  if (!other.known) return tested
  const by = says.bySpeed[other.method](spanText(other, says))
  const otherwise = says.other(by, estimateText(other.expected.value, of), ...edgesText(other.band, of))
  return [tested, otherwise].join(language === 'zh' ? '；' : '; ')
}

/** 近3个月 between ends of months, else 2020-07-31以来. */
export function spanText({ usedFrom, usedTo }: Pick<Stated, 'usedFrom' | 'usedTo'>, says: Says): string {
  const months =
    12 * (Number(usedTo.slice(0, 4)) - Number(usedFrom.slice(0, 4))) +
    Number(usedTo.slice(5, 7)) -
    Number(usedFrom.slice(5, 7))
  return isEndOfMonth(usedFrom) && isEndOfMonth(usedTo) ? says.months(months) : says.since(usedFrom)
}

const isEndOfMonth = (day: string) => endOfMonth(day) === day
