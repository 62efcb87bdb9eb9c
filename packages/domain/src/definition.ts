import type { CalendarYear, Frequency, ReportingRule } from './calendar.ts'
import type { Bound } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import type { Alternative } from './reading.ts'
import type { Register, RegisterOpening } from './register.ts'
import type { ValidationRule } from './validation.ts'

/** A text in both languages of the product. Chinese is the authoritative one. */
export type Text = { readonly zh: string; readonly en: string }

/** Where a goal is promised: question number of the source text and its exact words on one line (原文依据). */
export type Clause = {
  readonly question: number
  /** The exact words that make the promise. */
  readonly quote: string
  /** The sentence they stand in, where they do not make one; it holds them. */
  readonly sentence?: string
  /** The quoted words in English: ours, not the document's. */
  readonly english?: string
}

/** T rows promise, M rows are milestones and mechanisms, B rows are baselines and context and never goals. */
export type GoalRole = 'target' | 'milestone' | 'context'

/**
 * How an indicator's value comes to be: `measured` is recorded by people, `counted` comes from a case register and has no
 * input anywhere, `yes-no` is a dated state per region, `milestone` is recorded as events, `qualitative` takes a narrative,
 * `reference` is context quoted from a source.
 */
export type Kind = 'measured' | 'counted' | 'yes-no' | 'milestone' | 'qualitative' | 'reference'

/** What a person types for one period: 本期数, 自年初累计, 累计数, 期末数. */
export type Typed = 'period' | 'yearToDate' | 'sinceStart' | 'atEnd'

export type TimeRule = 'sum' | 'last' | 'mean' | 'none'
export type RegionRule = 'sum' | 'weighted-mean' | 'distinct' | 'coverage' | 'none'
export type ReportingLevel = 'nation' | 'province' | 'prefecture'
export type Source = 'national' | 'regions' | 'register'
export type Direction = 'rising' | 'falling'

/** 必须, 力争, 鼓励. */
export type Modality = 'must' | 'strive' | 'encourage'

/**
 * When a promise is kept. Values are in smallest units.
 * `at-least` includes the number (以上, 不少于, 至少), `more-than` does not (多个), `equal` is a quota, `about` has a band of ours,
 * `range` is per region, `all` means every member of a dated list of `value` members, `at-most` is for falling goals.
 */
export type Comparator =
  | { readonly is: 'at-least' | 'more-than' | 'at-most' | 'equal' | 'all'; readonly value: number }
  | { readonly is: 'about' | 'range'; readonly value: number; readonly from: number; readonly to: number }

/** `level`: the number itself is promised. `increment`: the number is promised on top of a dated baseline. */
export type Basis = 'level' | 'increment'

export type DatePrecision = 'day' | 'month' | 'year' | 'about'

/** The value a goal starts from (基期值), with the day it speaks of. */
export type Baseline = {
  readonly value: number
  readonly bound?: Bound
  readonly on: LocalDate
  readonly precision: DatePrecision
  readonly source: Text
}

/** A due date is `stated` in the source text or inferred by us (推定). */
export type Due = { readonly on: LocalDate; readonly stated: boolean; readonly reason?: Text }

/** One stage of a selection (申报, 初审, 评审, 公示, 发布): when it is due, and when it was reached if that is known. */
export type Stage = {
  readonly id: string
  readonly name: Text
  readonly dueOn?: LocalDate
  readonly reachedOn?: LocalDate
}

/**
 * The way from baseline to target (序时进度). `straight` and `milestones` are lines through dated values; `stages` belongs to a
 * selection, whose count is not judged before its last stage (发布).
 */
export type PlanShape =
  | { readonly is: 'straight' }
  | { readonly is: 'milestones'; readonly points: readonly { readonly on: LocalDate; readonly value: number }[] }
  | { readonly is: 'stages'; readonly round?: string; readonly stages: readonly Stage[] }

/** What is promised. `perRegion`: the comparator applies to each region, never to the nation. */
export type Target = {
  readonly comparator: Comparator
  readonly basis: Basis
  readonly perRegion: boolean
  readonly assumed: boolean
}

/** Everything an indicator is. Changes only in `data/`; what was decided about it lives in the store. */
export type IndicatorDefinition = {
  /** Slug, unique in the installation. */
  readonly id: string
  /** T06, M37, B10. */
  readonly goal: string
  readonly role: GoalRole
  readonly measure: string
  readonly name: Text
  readonly clause: Clause
  readonly kind: Kind
  readonly unit: Text
  readonly decimals: number
  readonly direction: Direction
  /** Null where nobody types a value: counted, milestone, qualitative, reference. */
  readonly typed: { readonly region: Typed | null; readonly nation: Typed | null } | null
  readonly aggregation: { readonly time: TimeRule; readonly regions: RegionRule }
  readonly reportingLevel: ReportingLevel
  readonly sourceOfRecord: Source | null
  /** The start of its register (台账启用), by decision; null while it has none or none is open. */
  readonly opening: RegisterOpening | null
  readonly target: Target | null
  /** What a target without a number promises, in words (一批, 推广). */
  readonly promise: Text | null
  readonly baseline: Baseline | null
  readonly due: Due | null
  readonly modality: Modality
  readonly plan: PlanShape
  readonly responsible: Text
  /** Which reporting units are expected: kinds of unit, or single units by id; `nation` for those who record for 000000. */
  readonly reportedBy: { readonly region: readonly string[]; readonly nation: readonly string[] }
  /** Groups such as 十百千 (`ten-hundred-thousand`) and 512 (`five-twelve`). */
  readonly groups: readonly string[]
  /** Where its reporting differs from the programme's calendar; null keys do not. */
  readonly calendar: {
    readonly region: Frequency | null
    readonly nation: Frequency | null
    readonly deadlineDay: number | null
  }
  /** What a typed value is checked against (校验规则): its own rules, and the programme's where it has none of that kind. */
  readonly rules: readonly ValidationRule[]
  /** Whether a milestone comes again and again (定期), so that its issues are counted. */
  readonly recurs?: true
  /** Indicators whose members this one is chosen from; never added to them. */
  readonly chosenFrom: readonly string[]
  /** Numbers of the ambiguities (口径) that touch this indicator. */
  readonly ambiguities: readonly number[]
  readonly notes: Text | null
}

/** How sure we are of a figure that someone else published: read at the publisher, in a named re-posting, or in an unsigned article. */
export type Confidence = 'primary' | 'secondary' | 'weak'

/** A publicly reported figure (公布数据), in smallest units. It speaks of `on` and was said on `publishedOn`. */
export type PublishedFigure = {
  readonly id: string
  readonly goal: string
  readonly region: string
  readonly on: LocalDate
  readonly precision: DatePrecision
  readonly publishedOn: LocalDate
  readonly value: number
  readonly bound?: Bound
  /** The selection round this figure belongs to, where the goal re-selects. */
  readonly round?: string
  readonly speaker: Text
  readonly occasion: Text
  readonly confidence: Confidence
  readonly note: Text | null
}

/** A region's part of a national promise (分解目标), by decision: at least `value` smallest units by a day. */
export type RegionalTarget = {
  readonly indicator: string
  readonly region: string
  readonly value: number
  readonly on: LocalDate
}

/** Status thresholds on the schedule index, printed with every status. */
export type Thresholds = {
  readonly onSchedule: number
  readonly slightlyBehind: number
  readonly author: Text
  readonly reason: Text
}

export type Programme = {
  readonly id: string
  readonly name: Text
  readonly shortName: Text
  readonly documentNumber: string
  readonly publishedOn: LocalDate
  /** Default of 截至 never goes past this day. */
  readonly lastDueOn: LocalDate
  /** The first reporting period that is collected here. */
  readonly firstPeriod: string
  readonly thresholds: Thresholds
  /** When entries are due, unless an indicator says otherwise. */
  readonly calendar: ReportingRule
  /** Share of expected units from which a period's total counts as complete. */
  readonly completeness: number
  /** Causes of lag (滞后原因) to choose from. */
  readonly lagCauses: readonly LagCause[]
  readonly aspects: readonly Aspect[]
  readonly measures: readonly Measure[]
  readonly groups: readonly Group[]
  readonly ambiguities: readonly Ambiguity[]
}

export type LagCause = { readonly id: string; readonly name: Text }

export type Aspect = { readonly id: string; readonly number: number; readonly name: Text }

/** `titleConfidence`: A seen verbatim, B quoted in the source, C content confirmed, D from memory. */
export type Measure = {
  readonly id: string
  readonly number: number
  readonly aspect: string
  readonly name: Text
  readonly titleConfidence: 'A' | 'B' | 'C' | 'D'
  readonly titleNote: Text | null
}

export type Group = {
  readonly id: string
  readonly name: Text
  readonly rule: Text
  readonly members: readonly string[]
}

/** A soft word of the source text, and the reading (口径) this installation chose for it. */
export type Ambiguity = {
  readonly number: number
  readonly questions: readonly number[]
  readonly goals: readonly string[]
  readonly ambiguity: Text
  readonly reading: Text
  /** Other readings that are known; left out in catalogues from before there were any. */
  readonly alternatives?: readonly Alternative[]
  readonly decidedBy: Text
  readonly decidedOn: LocalDate
}

export type RegionLevel = 'nation' | 'province' | 'prefecture' | 'corps' | 'city-with-separate-plan'

/** A region by its six-digit code (GB/T 2260; `660000` for 兵团 is ours). `reporting` is false for 港澳台. */
export type Region = {
  readonly code: string
  readonly name: Text
  readonly shortName: Text
  readonly level: RegionLevel
  readonly parent: string | null
  readonly reporting: boolean
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

export type UnitKind =
  | 'industry-authority'
  | 'communications-administration'
  | 'telecom-operator'
  | 'node-operator'
  | 'ministry-department'

/** Who reports (填报单位). Scope is a unit and its descendants. */
export type ReportingUnit = {
  readonly id: string
  readonly name: Text
  readonly shortName: Text
  readonly kind: UnitKind
  readonly region: string
  readonly parent: string | null
  /** Whether a person of the unit reviews entries before the ministry does (单位审核). */
  readonly reviewsInside: boolean
}

/** What a decision can change: 目标值, 基期值, 截止日期, 序时进度, 状态阈值, 口径. */
export type ChangeKind = 'target' | 'baseline' | 'due' | 'plan' | 'thresholds' | 'reading'

/** A decision that stands in the YAML as a `change:` block. `was` is the value before it, null where there was none. */
export type Change = {
  readonly programme: string
  readonly kind: ChangeKind
  /** Slug of the indicator, id of the programme (thresholds) or number of the ambiguity (reading). */
  readonly subject: string
  readonly decidedBy: Text
  readonly reason: Text
  readonly documentNumber: string
  readonly effectiveOn: LocalDate
  readonly was: Target | Baseline | Due | PlanShape | Thresholds | Text | null
}

/** The whole of `data/`, checked. */
export type Catalogue = {
  readonly digest: string
  readonly programmes: readonly Programme[]
  /** Each indicator with the programme it belongs to. */
  readonly indicators: readonly (IndicatorDefinition & { readonly programme: string })[]
  readonly publishedFigures: readonly (PublishedFigure & { readonly programme: string })[]
  readonly regions: readonly Region[]
  readonly units: readonly ReportingUnit[]
  readonly registers: readonly Register[]
  /** Public holidays, by year. */
  readonly years: readonly CalendarYear[]
  readonly changes: readonly Change[]
}
