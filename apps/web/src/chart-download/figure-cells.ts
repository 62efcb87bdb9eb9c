import type { Figure } from '@xushi/domain'
import { boundWord } from '../figure/format-figure.ts'
import { whyWord, whyWords } from '../figure/why.ts'
import type { Language } from '../language/language.tsx'
import type { TableValue } from './chart-file.ts'

/**
 * A figure as three cells: the number, the word of its bound (至少, 不足, 约), and why there is none. Unknown has no number.
 *
 * @param decimals places of the unit; left out for a ratio, which stays as it is
 */
export function figureCells(
  figure: Figure,
  language: Language,
  decimals?: number,
): readonly [number: TableValue, bound: TableValue, why: TableValue] {
  if (!figure.known) return [null, null, whyWord(figure.why, whyWords[language])]
  return [
    decimals === undefined ? figure.value : Number(figure.value.toFixed(decimals)),
    boundWord(figure.bound, language, 'total').trim(),
    null,
  ]
}

/** The number of a figure alone, for a column whose neighbours say why it may be missing. */
export const figureNumber = (figure: Figure): TableValue => (figure.known ? figure.value : null)
