import type { Figure } from '@xushi/domain'
import { type BoundSense, boundWord, type Language, whyWord, whyWords } from '@xushi/wording'
import type { TableValue } from './chart-file.ts'

type Written = {
  readonly language: Language
  /** Places of the unit; left out for a ratio, which stays as it is. */
  readonly decimals?: number
  /** Whether a bound is told of a published figure (超) or of a total that lacks somebody (至少). */
  readonly sense?: BoundSense
}

/** A figure as three cells: the number, the word of its bound, and why there is none. Unknown has no number. */
export function figureCells(
  figure: Figure,
  { language, decimals, sense = 'total' }: Written,
): readonly [number: TableValue, bound: TableValue, why: TableValue] {
  if (!figure.known) return [null, null, whyWord(figure.why, whyWords[language])]
  return [
    decimals === undefined ? figure.value : Number(figure.value.toFixed(decimals)),
    boundWord(figure.bound, language, sense).trim(),
    null,
  ]
}

/** The number of a figure alone, for a column whose neighbours say why it may be missing. */
export const figureNumber = (figure: Figure): TableValue => (figure.known ? figure.value : null)
