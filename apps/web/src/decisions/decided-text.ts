import type { DecidedValue, DecisionWarning } from '@xushi/contract'
import type { Baseline, Due, PlanShape, RegionalTarget, RegisterOpening, Target, Text, Thresholds } from '@xushi/domain'
import { amount, exactNumber, type Language, shortAmount } from '@xushi/wording'
import { decidedWords } from './decided-text.words.ts'

/** A value of a decision, with what its numbers are counted in and the region it is about. */
export type Said = Pick<DecidedValue, 'part' | 'unit' | 'decimals' | 'place'> & { readonly value: unknown }

/**
 * What is decided, in words: 不少于20个（总量）. Before and after are told by the same sentence, so that what differs is seen. A part
 * that is not there yet says so.
 */
export function decidedText({ part, unit, decimals, place, value }: Said, language: Language): string {
  const says = decidedWords[language]
  if (value === null || value === undefined) return says.none
  const of = (count: number) => counted(count, { unit, decimals, language })
  const text = (both: Text) => both[language]
  // The server keeps the value of each part in the shape of that part; the contract calls it unknown.
  switch (part) {
    case 'opening': {
      const { openedOn, balance, balanceSource } = value as RegisterOpening
      return says.opening(openedOn, of(balance), balanceSource)
    }
    case 'target': {
      const { comparator, basis, perRegion } = value as Target
      const each = perRegion ? says.perRegion : ''
      const number =
        comparator.is === 'about' || comparator.is === 'range'
          ? says.ends[comparator.is](of(comparator.value), of(comparator.from), of(comparator.to))
          : of(comparator.value)
      return `${each}${says.comparators[comparator.is]}${number}${says.basis[basis]}`
    }
    case 'baseline': {
      const { value: count, bound, on, precision, source } = value as Baseline
      const figure = { value: count, bound }
      const start = amount(figure, unit === null ? '' : unit.zh, { decimals: decimals ?? 0, language })
      return says.baseline(language === 'zh' ? start : withUnit(start, unit), says.days[precision](on), text(source))
    }
    case 'due': {
      const { on, stated, reason } = value as Due
      return `${on}${stated ? says.stated : says.inferred(reason === undefined ? '' : text(reason))}`
    }
    case 'plan':
      return planText(value as PlanShape, of, language)
    case 'regional-target': {
      const { value: count, on } = value as RegionalTarget
      return says.regional(place === null ? '' : text(place), on, of(count))
    }
    case 'thresholds': {
      const { onSchedule, slightlyBehind, author } = value as Thresholds
      return says.thresholds(exactNumber(onSchedule, 4), exactNumber(slightlyBehind, 4), text(author))
    }
    case 'reading':
      return text(value as Text)
    default:
      // A part that a later server knows: its exact content, rather than nothing.
      return JSON.stringify(value)
  }
}

/** What those who propose and approve a decision are told beside it. */
export function warningText(
  warning: DecisionWarning,
  { unit, decimals }: Pick<Said, 'unit' | 'decimals'>,
  language: Language,
): string {
  const says = decidedWords[language]
  if (warning.is === 'another-waits') return says.anotherWaits
  if (warning.is === 'overtaken') return says.overtaken
  const of = (count: number) => counted(count, { unit, decimals, language })
  return says.partsExceed(of(warning.sum), of(warning.most))
}

function planText(plan: PlanShape, of: (count: number) => string, language: Language): string {
  const says = decidedWords[language]
  switch (plan.is) {
    case 'straight':
      return says.straight
    case 'milestones':
      return says.through(plan.points.map(({ on, value }) => says.point(on, of(value))).join(says.between))
    case 'stages':
      return says.stages(
        plan.stages.map(({ name, dueOn }) => says.stage(name[language], dueOn ?? says.undated)).join(says.between),
      )
    default:
      return plan satisfies never
  }
}

type Counting = Pick<Said, 'unit' | 'decimals'> & { readonly language: Language }

function counted(count: number, { unit, decimals, language }: Counting): string {
  const short = shortAmount(count, decimals ?? 0, language)
  return language === 'zh' ? `${short}${unit?.zh ?? ''}` : withUnit(short, unit)
}

const withUnit = (number: string, unit: Text | null) =>
  unit === null || unit.en === '' ? number : `${number}${unit.en.startsWith('%') ? '' : ' '}${unit.en}`
