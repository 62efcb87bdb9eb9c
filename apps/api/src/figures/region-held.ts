import {
  type Absence,
  type Figure,
  known,
  type LocalDate,
  lastEndedMonth,
  monthsBetween,
  type Programme,
  parsePeriod,
  periodsOfRule,
  type RegionalFigure,
  ruleOf,
  unknown,
} from '@xushi/domain'
import { accumulationOf, type EntryRow } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import type { RegisterSource } from './evidence.ts'
import { figuresOfRegion } from './regional-figure.ts'
import { shareOf } from './regional-status.ts'
import { countOwn } from './register-count.ts'

/** What a region holds of one indicator, how much of what is due is there, and the way it came. */
export type RegionHeld = Omit<RegionalFigure, 'figure'> & {
  readonly figure: Figure
  readonly absence: Absence | null
  readonly share: Figure
  /** What the last period changed. */
  readonly change: Figure
  /** Figures at the end of each day that was asked for. */
  readonly line: readonly Figure[]
  readonly demo: boolean
}

export type HeldAsked = {
  readonly region: string
  readonly on: LocalDate
  readonly view: CatalogueView
  readonly programme: Programme
  /** The sum of the regions, that a share is a part of. */
  readonly all: Figure
  /** Last days of the periods, oldest first. */
  readonly days: readonly LocalDate[]
}

/** Whether what regions hold is counted from a register: where one is open, or nothing else is asked of them. */
export const isCounted = (indicator: Indicator, view: CatalogueView) =>
  view.registerOf(indicator.id) !== undefined && (indicator.opening !== null || indicator.typed?.region == null)

/** The periods of an indicator that have ended by `on`, oldest first: months of its register, or its reporting periods. */
export function periodsFor(indicator: Indicator, view: CatalogueView, on: LocalDate) {
  const programme = view.programme(indicator.programme)
  if (isCounted(indicator, view)) {
    if (indicator.opening === null || indicator.opening.openedOn > on) return []
    return monthsBetween(indicator.opening.openedOn, lastEndedMonth(on).endsOn).flatMap(
      (code) => parsePeriod(code) ?? [],
    )
  }
  const last = on < programme.lastDueOn ? on : programme.lastDueOn
  const first = parsePeriod(programme.firstPeriod)?.startsOn ?? last
  return periodsOfRule(first, last, ruleOf(indicator, programme, 'region'))
}

/** From entries: those of the region itself, or of its prefectures. */
export function heldFromEntries(indicator: Indicator, rows: readonly EntryRow[], asked: HeldAsked): RegionHeld {
  const { region, on, view, programme, all, days } = asked
  const figureOn = figuresOfRegion(indicator, rows, { region, on, view, programmeOn: programme.publishedOn })
  const held = figureOn(on)
  const isFlag = accumulationOf(indicator) === 'flag'
  const figure = isFlag ? held.figure : certain(held.figure)
  const line = days.map((day) => (isFlag ? figureOn(day).figure : lineFigure(figureOn(day), day)))
  return {
    ...held,
    figure,
    absence: rows.findLast((row) => row.endsOn === held.on)?.absence ?? null,
    share: shareOf(indicator, figure, all),
    change: accumulationOf(indicator) === 'flow' ? flowOf(rows, days.at(-1)) : changeOf(line),
    line,
    demo: rows.some(({ demo }) => demo),
  }
}

/**
 * "At least 0" says nothing, and reads like a reported zero: a region of which no more is certain is unknown.
 */
const certain = (figure: Figure): Figure =>
  figure.known && figure.value === 0 && figure.bound === 'above' ? unknown('nothing-certain') : figure

/** A line has a point only where somebody reported that very period. */
const lineFigure = ({ figure, on }: RegionalFigure, day: LocalDate): Figure =>
  on === day ? figure : unknown('not-reported')

/** What was reported for the last period. */
function flowOf(rows: readonly EntryRow[], day: LocalDate | undefined): Figure {
  const values = rows.flatMap(({ endsOn, value }) => (endsOn === day && value !== null ? [value] : []))
  return values.length === 0 ? unknown('not-reported') : known(values.reduce((sum, value) => sum + value, 0))
}

/** The last figure less the one before. What was a lower bound then says nothing of what came since. */
function changeOf(line: readonly Figure[]): Figure {
  const [before, last] = [line.at(-2), line.at(-1)]
  if (before?.known !== true || last?.known !== true) return unknown('not-reported')
  return certain(known(last.value - before.value, last.bound))
}

/** From its own part of a register. */
export function heldFromRegister(indicator: Indicator, own: RegisterSource, asked: HeldAsked): RegionHeld {
  const { region, on, view, all, days } = asked
  const { figure: counted, reported } = countOwn(region, indicator, view, own, on)
  const figure = certain(counted)
  const line = days.map((day) => certain(countOwn(region, indicator, view, own, day).figure))
  return {
    figure,
    on,
    period: lastEndedMonth(on).code,
    reported,
    absence: null,
    share: shareOf(indicator, figure, all),
    change: line.length === 1 ? (line[0] ?? unknown('not-reported')) : changeOf(line),
    line,
    demo: own.members.some(({ demo }) => demo),
  }
}

/** What a reader who may not see entries is told. */
export function hiddenHeld(expected: number): RegionHeld {
  const figure = unknown('sign-in-required')
  const reported = { units: 0, expected }
  return {
    figure,
    on: null,
    period: null,
    reported,
    absence: null,
    share: figure,
    change: figure,
    line: [],
    demo: false,
  }
}
