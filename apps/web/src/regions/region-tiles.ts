import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { boundSign, type Language, percent, shortAmount, shortDate, whyWord } from '@xushi/wording'
import { type Ramp, rampFrom, rampOf, rampStepOf } from '../tile-grid/ramp-steps.ts'
import type { PeriodMark, Tile, TileGround } from '../tile-grid/tile.ts'
import type { regionsWords } from './regions.words.ts'
import type { RegionView } from './regions-search.ts'

/** Squares of a tile: more could not be told apart. */
const mostMarks = 9

/** 填报率 and 及时率 in fixed classes: what is complete stands apart from what nearly is. */
const shareLimits = [0.5, 0.8, 0.95, 1]

export type TileWords = {
  readonly language: Language
  readonly says: (typeof regionsWords)['en']
  readonly why: Readonly<Record<string, string>>
  readonly status: Readonly<Record<RegionStanding['status'], string>>
  readonly outside: string
  readonly periods: (onTime: number, late: number, missing: number) => string
}

/** What a region is coloured by; null where it has no number. */
export function colouredBy(
  row: RegionStanding,
  view: RegionView,
  kind: RegionsStanding['indicator']['kind'],
): number | null {
  if (view === 'completeness' || view === 'timeliness') return row.reporting?.[view] ?? null
  if (view === 'status' || !row.figure.known) return null
  return kind === 'yes-no' && row.reported.expected > 0 ? row.figure.value / row.reported.expected : row.figure.value
}

/** The classes of a view: fixed for shares and for yes or no, quintiles for values; none for statuses. */
export function rampFor({ regions, indicator }: RegionsStanding, view: RegionView): Ramp {
  if (view === 'status') return []
  if (view !== 'value') return rampFrom(shareLimits)
  if (indicator.kind === 'yes-no') return rampFrom(indicator.reportingLevel === 'prefecture' ? [0.5, 1] : [1])
  return rampOf(regions.map((row) => colouredBy(row, view, indicator.kind)))
}

/** The figure of a region as its tile writes it: with the sign of its bound, 已 or 未, or n of its prefectures. */
export function figureText(
  row: RegionStanding,
  { indicator }: RegionsStanding,
  { language, says }: TileWords,
): string | null {
  if (!row.figure.known) return null
  const { value, bound } = row.figure
  if (indicator.kind === 'yes-no') {
    if (indicator.reportingLevel === 'prefecture') return says.of(value, row.reported.expected)
    return value > 0 ? says.yes : says.no
  }
  return `${boundSign(bound, language)}${shortAmount(value, indicator.decimals, language)}`
}

export function tileOf(
  row: RegionStanding,
  standing: RegionsStanding,
  view: RegionView,
  ramp: Ramp,
  words: TileWords,
): Tile {
  const { says, why, language } = words
  const name = row.name[language]
  const { figure, note, ground } = shownIn(row, standing, view, ramp, words)
  const marks = marksOf(row.timings)
  const olderOn = view === 'value' ? olderDay(row, standing) : null
  const spoken = [name, figure, note, figure === undefined ? undefined : unitWord(standing, view, language)]
  const value = figureText(row, standing, words)
  const reports = row.expected && marks.length > 0 ? periodsSaid(row.timings, words) : undefined
  const compared = view === 'value' || value === null ? undefined : `${says.value} ${value}`
  const missing = row.figure.known ? undefined : whyWord(row.figure.why, why)
  const status = view === 'status' ? words.status[row.status] : undefined
  const beyond = row.overQuota ? says.overQuota : undefined
  const dated = olderOn === null ? undefined : says.asOf(olderOn)
  const all = [...spoken, dated, beyond, compared, status, note === missing ? undefined : missing, reports]
  return {
    name,
    ground,
    ...(figure === undefined ? {} : { figure }),
    ...(note === undefined ? {} : { note }),
    ...(olderOn === null ? {} : { dated: shortDate(olderOn, standing.on.slice(0, 4)) }),
    marks: row.expected ? marks : [],
    ...(view === 'value' && row.line.some((point) => point !== null)
      ? { spark: { on: standing.periods.map(({ endsOn }) => endsOn), value: row.line } }
      : {}),
    says: [...new Set(all.filter((part) => part !== undefined && part !== ''))].join(language === 'zh' ? '，' : ', '),
  }
}

/** The day of a figure that is older than that of the total, which the others have; null for theirs. */
export function olderDay({ figure, figureOn }: RegionStanding, { total }: RegionsStanding): string | null {
  const isOlder = figure.known && figureOn !== null && total.figureOn !== null && figureOn < total.figureOn
  return isOlder ? figureOn : null
}

type Shown = { readonly figure?: string; readonly note?: string; readonly ground: TileGround }

function shownIn(
  row: RegionStanding,
  standing: RegionsStanding,
  view: RegionView,
  ramp: Ramp,
  words: TileWords,
): Shown {
  const { says, why } = words
  if (!row.expected) return { note: says.notAsked, ground: { is: 'outside' } }
  if (!row.figure.known && row.figure.why === 'sign-in-required')
    return { note: whyWord(row.figure.why, why), ground: { is: 'plain' } }
  if (view === 'status')
    return row.status === 'no-data'
      ? { note: words.status[row.status], ground: { is: 'unreported' } }
      : { note: words.status[row.status], ground: { is: 'status', status: row.status } }
  const step = rampStepOf(ramp, colouredBy(row, view, standing.indicator.kind))
  if (step === null) {
    const isNotOpen = !row.figure.known && row.figure.why === 'register-not-open'
    const note = row.figure.known || (view !== 'value' && !isNotOpen) ? says.missing : whyWord(row.figure.why, why)
    return { note, ground: { is: 'unreported' } }
  }
  const ground = { is: 'step', step } as const
  if (view !== 'value') return { figure: percent(row.reporting?.[view] ?? 0), ground }
  const figure = figureText(row, standing, words) ?? ''
  const isZero = row.figure.known && row.figure.value === 0 && row.figure.bound === undefined
  return isZero && standing.indicator.kind !== 'yes-no' ? { figure, note: says.zeroInTile, ground } : { figure, ground }
}

const unitWord = ({ indicator }: RegionsStanding, view: RegionView, language: Language) =>
  view === 'value' && indicator.kind !== 'yes-no' ? indicator.unit[language] : undefined

/** A square for each of the last periods. What is not due yet has none. */
export function marksOf(timings: RegionStanding['timings']): readonly PeriodMark[] {
  return timings.slice(-mostMarks).flatMap((timing): PeriodMark[] => {
    if (timing === null || timing === 'not-due') return []
    if (timing === 'on-time' || timing === 'backfilled' || timing === 'late') return [timing]
    return ['missing']
  })
}

function periodsSaid(timings: RegionStanding['timings'], { periods }: TileWords): string {
  const of = (...kinds: readonly string[]) =>
    timings.filter((timing) => timing !== null && kinds.includes(timing)).length
  return periods(of('on-time', 'backfilled'), of('late'), of('owed', 'excused'))
}

/** Rows from the most to the least; who has no figure comes last, who is not asked after them. */
export function byValue(rows: readonly RegionStanding[]): readonly RegionStanding[] {
  const order = (row: RegionStanding) => (row.figure.known ? row.figure.value : row.expected ? -1 : -2)
  return rows.toSorted((a, b) => order(b) - order(a) || (a.region < b.region ? -1 : 1))
}
