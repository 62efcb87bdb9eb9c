import type { Typed } from './definition.ts'

/** A broken `hard` rule (硬性) bars the submission; a broken `soft` one (软性) asks for a note. */
export type Severity = 'hard' | 'soft'

/**
 * A rule (校验规则) that a typed value is checked against; data, not code. Values in smallest units. `range` bounds the value itself,
 * `not-falling` holds for running totals and for what stays once it is there (已), `jump` compares with the unit's own past, and
 * `at-most` keeps a part within the sum of the indicators it is part of.
 */
export type ValidationRule =
  | { readonly is: 'range'; readonly severity: Severity; readonly minimum?: number; readonly maximum?: number }
  | { readonly is: 'not-falling'; readonly severity: Severity }
  | { readonly is: 'jump'; readonly severity: Severity; readonly score: number; readonly periods: number }
  | { readonly is: 'at-most'; readonly severity: Severity; readonly of: readonly string[] }

/** What a rule found. Values in smallest units, `score` and `times` unitless. */
export type Finding =
  | {
      readonly is: 'range'
      readonly severity: Severity
      readonly minimum: number | null
      readonly maximum: number | null
    }
  | { readonly is: 'not-falling'; readonly severity: Severity; readonly period: string; readonly before: number }
  | ({ readonly is: 'jump'; readonly severity: Severity; readonly score: number } & UsualRange)
  | { readonly is: 'at-most'; readonly severity: Severity; readonly of: readonly string[]; readonly sum: number }

/** What is usual for one unit: the median of its past, and the bounds beyond which a value is a jump. */
export type UsualRange = { readonly median: number; readonly from: number; readonly to: number }

/** One earlier value of the same cell, oldest first in a list; null where there was none. */
export type PastValue = { readonly period: string; readonly value: number | null }

/** What a value is checked beside. */
export type CheckedBeside = {
  readonly period: string
  readonly typed: Typed
  readonly isYesNo: boolean
  /** Smallest units in one unit: 10 to the power of the decimals. */
  readonly unit: number
  readonly past: readonly PastValue[]
  /** What the same region reported for the period, by indicator; missing where it reported nothing. */
  readonly others: Readonly<Record<string, number>>
}

/** Fewer earlier values than these say nothing about what is usual. */
const leastPast = 4
/** The part of the median below which a difference is never a jump, however even the past was. */
const quietShare = 0.05

/**
 * Every rule that a value breaks, in the order of the rules. An absence (不适用, 暂不公布) is never checked, and a rule that lacks what
 * it compares with says nothing.
 *
 * @param value in smallest units
 *
 * Source: docs/methods/validation.md
 */
export function findingsOf(rules: readonly ValidationRule[], value: number, beside: CheckedBeside): readonly Finding[] {
  return rules.flatMap((rule) => findingOf(rule, value, beside) ?? [])
}

/** One rule and what came of it. `isCompared` false: what it compares with is not there, so it says nothing. */
export type RuleCheck = {
  readonly is: ValidationRule['is']
  readonly finding: Finding | null
  readonly isCompared: boolean
}

/** Every rule in its order, those that are kept among them. */
export const ruleChecks = (
  rules: readonly ValidationRule[],
  value: number,
  beside: CheckedBeside,
): readonly RuleCheck[] =>
  rules.map((rule) => ({
    is: rule.is,
    finding: findingOf(rule, value, beside),
    isCompared: isCompared(rule, value, beside),
  }))

function isCompared(rule: ValidationRule, value: number, beside: CheckedBeside): boolean {
  switch (rule.is) {
    case 'range':
      return true
    case 'not-falling':
      return runningBefore(beside) !== null
    case 'jump':
      return usualRange(rule, beside) !== null && stepOf(value, beside) !== null
    case 'at-most':
      return rule.of.every((indicator) => beside.others[indicator] !== undefined)
    default:
      return rule satisfies never
  }
}

function findingOf(rule: ValidationRule, value: number, beside: CheckedBeside): Finding | null {
  switch (rule.is) {
    case 'range': {
      const { severity, minimum = null, maximum = null } = rule
      const isInside = (minimum === null || value >= minimum) && (maximum === null || value <= maximum)
      return isInside ? null : { is: rule.is, severity, minimum, maximum }
    }
    case 'not-falling': {
      const before = runningBefore(beside)
      if (before === null || value >= before.value) return null
      return { is: rule.is, severity: rule.severity, period: before.period, before: before.value }
    }
    case 'jump': {
      const usual = usualRange(rule, beside)
      const change = stepOf(value, beside)
      if (usual === null || change === null || (change >= usual.from && change <= usual.to)) return null
      const score = (change - usual.median) / ((usual.to - usual.median) / rule.score)
      return { is: rule.is, severity: rule.severity, score, ...usual }
    }
    case 'at-most': {
      const parts = rule.of.flatMap((indicator) => beside.others[indicator] ?? [])
      // Without every one of them the sum is a lower bound, and nothing can be above a lower bound for sure.
      if (parts.length < rule.of.length) return null
      const sum = parts.reduce((total, part) => total + part, 0)
      return value <= sum ? null : { is: rule.is, severity: rule.severity, of: rule.of, sum }
    }
    default:
      return rule satisfies never
  }
}

/**
 * The range in which a value is usual for its unit: median ± score x spread, where the spread is the median absolute deviation
 * over 0.6745 (so that it is one standard deviation of a normal distribution), at least 5 % of the median and one whole unit. Of
 * running totals (累计数, 自年初累计) the steps are compared, else the values.
 *
 * @returns null with fewer than four earlier values, and for a yes or no
 */
export function usualRange(
  { score, periods }: Pick<Extract<ValidationRule, { is: 'jump' }>, 'score' | 'periods'>,
  { typed, isYesNo, unit, past }: Omit<CheckedBeside, 'others' | 'period'>,
): UsualRange | null {
  const known = past.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const compared = isRunning(typed) ? stepsOf(typed, known) : known.map(({ value }) => value)
  const recent = compared.slice(-periods)
  if (isYesNo || recent.length < leastPast) return null
  const median = medianOf(recent)
  const deviation = medianOf(recent.map((value) => Math.abs(value - median)))
  const spread = Math.max(deviation / 0.6745, quietShare * Math.abs(median), unit)
  return { median, from: Math.max(0, median - score * spread), to: median + score * spread }
}

const isRunning = (typed: Typed) => typed === 'sinceStart' || typed === 'yearToDate'

type Known = { readonly period: string; readonly value: number }

/** What was added in each period of a running total; the first of a year stands for itself where totals start anew. */
const stepsOf = (typed: Typed, known: readonly Known[]): readonly number[] =>
  known.flatMap((point, index) => stepAfter(typed, known[index - 1], point) ?? [])

function stepAfter(typed: Typed, before: Known | undefined, { period, value }: Known): number | null {
  if (typed === 'yearToDate' && before?.period.slice(0, 4) !== period.slice(0, 4)) return value
  return before === undefined ? null : value - before.value
}

/** What is compared with the usual range: the value, or what it adds to the running total before it. */
function stepOf(value: number, { typed, past, period }: CheckedBeside): number | null {
  if (!isRunning(typed)) return value
  const before = past.findLast((point): point is Known => point.value !== null)
  return stepAfter(typed, before, { period, value })
}

/** The last value that this one may not fall below: of a running total of the same year or start, or of a yes. */
function runningBefore({ typed, isYesNo, past, period }: CheckedBeside): Known | null {
  if (!isYesNo && !isRunning(typed)) return null
  const before = past.findLast((point): point is Known => point.value !== null)
  if (before === undefined) return null
  return typed === 'yearToDate' && before.period.slice(0, 4) !== period.slice(0, 4) ? null : before
}

/** The middle value; of an even number the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** What a submission still lacks: nothing broken that is hard, and a note where something soft is. */
export type SubmissionFault = 'rule-broken' | 'explanation-required'

/** Whether an entry with findings can be submitted; null when it can. */
export function submissionFault(findings: readonly Finding[], note: string): SubmissionFault | null {
  if (findings.some(({ severity }) => severity === 'hard')) return 'rule-broken'
  return findings.length > 0 && note.trim() === '' ? 'explanation-required' : null
}
