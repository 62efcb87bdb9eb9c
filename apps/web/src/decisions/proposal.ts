import type { ProposeDecision } from '@xushi/contract'
import { isLocalDate } from '@xushi/domain'

export const parts = [
  'opening',
  'target',
  'baseline',
  'due',
  'plan',
  'regional-target',
  'thresholds',
  'reading',
] as const
export type Part = (typeof parts)[number]
export const comparators = ['at-least', 'more-than', 'equal', 'at-most'] as const
export const bases = ['level', 'increment'] as const

export const blank = {
  part: 'opening' as Part,
  indicator: '',
  reason: '',
  documentNumber: '',
  effectiveOn: '',
  number: '',
  text: '',
  textEn: '',
  second: '',
  points: '',
  ambiguity: 0,
  on: '',
  comparator: 'at-least' as (typeof comparators)[number],
  basis: 'level' as (typeof bases)[number],
}
export type Typed = typeof blank

/** The decision that was typed, once it is complete. */
export function proposal(typed: Typed, programme: string): ProposeDecision {
  const { indicator, reason, effectiveOn, documentNumber } = typed
  const number = Number(typed.number)
  const about = {
    indicator,
    reason: reason.trim(),
    effectiveOn,
    ...(documentNumber.trim() !== '' && { documentNumber: documentNumber.trim() }),
  }
  switch (typed.part) {
    case 'opening':
      return {
        part: 'opening',
        ...about,
        value: { openedOn: typed.on, balance: number, balanceSource: typed.text.trim() },
      }
    case 'target':
      return { part: 'target', ...about, value: { comparator: typed.comparator, value: number, basis: typed.basis } }
    case 'baseline':
      return {
        part: 'baseline',
        ...about,
        value: { value: number, on: typed.on, precision: 'day', source: both(typed) },
      }
    case 'plan':
      return { part: 'plan', ...about, value: { points: pointsOf(typed.points) ?? [] } }
    case 'thresholds': {
      const value = { onSchedule: number, slightlyBehind: Number(typed.second), author: both(typed) }
      const why = { zh: typed.reason.trim(), en: typed.reason.trim() }
      return { part: 'thresholds', ...ofProgramme(about, programme), value: { ...value, reason: why } }
    }
    case 'reading':
      return { part: 'reading', ...ofProgramme(about, programme), ambiguity: typed.ambiguity, value: both(typed) }
    case 'due':
      return { part: 'due', ...about, value: { on: typed.on, stated: true } }
    case 'regional-target':
      return { part: 'regional-target', ...about, value: { region: typed.text.trim(), value: number, on: typed.on } }
    default:
      return typed.part satisfies never
  }
}

/** Whether a decision is about the whole programme, and names no indicator. */
export const isOfProgramme = ({ part }: Pick<Typed, 'part'>) => part === 'thresholds' || part === 'reading'

const both = ({ text, textEn }: Typed) => ({ zh: text.trim(), en: textEn.trim() })

/** A decision about the whole programme names no indicator. */
function ofProgramme<About extends { readonly indicator: string }>(
  { indicator: _, ...about }: About,
  programme: string,
) {
  return { ...about, programme }
}

/** Lines of a date and a value; null where one of them is neither. */
export function pointsOf(text: string): { on: string; value: number }[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const points = lines.flatMap((line) => {
    const [, on, value] = /^\s*(\d{4}-\d{2}-\d{2})[\s,，]+(\d+(?:\.\d+)?)\s*$/.exec(line) ?? []
    return on === undefined || value === undefined || !isLocalDate(on) ? [] : [{ on, value: Number(value) }]
  })
  return points.length === lines.length ? points : null
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text)

/** Whether everything that a part needs is there. */
export function isComplete(typed: Typed): boolean {
  if (typed.reason.trim() === '' || typed.effectiveOn === '') return false
  if (!isOfProgramme(typed) && typed.indicator === '') return false
  const saidTwice = typed.text.trim() !== '' && typed.textEn.trim() !== ''
  switch (typed.part) {
    case 'opening':
      return isNumber(typed.number) && typed.on !== ''
    case 'target':
      return isNumber(typed.number)
    case 'baseline':
      return isNumber(typed.number) && typed.on !== '' && saidTwice
    case 'due':
      return typed.on !== ''
    case 'plan':
      return pointsOf(typed.points) !== null
    case 'regional-target':
      return isNumber(typed.number) && typed.on !== '' && typed.text !== ''
    case 'thresholds':
      return isNumber(typed.number) && isNumber(typed.second) && saidTwice
    case 'reading':
      return typed.ambiguity !== 0 && saidTwice
    default:
      return typed.part satisfies never
  }
}
