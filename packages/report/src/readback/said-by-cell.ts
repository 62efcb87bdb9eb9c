import { xmlCharacters } from '@xushi/contract'
import { type Language, scaleFor } from '@xushi/wording'
import { dateSerial } from '../beijing-time.ts'
import type { ReportCell } from '../model/report-model.ts'
import type { XlsxCell } from './xlsx-cells.ts'

/** A text as a file can carry it, without white space: lines end otherwise in a sheet. */
export const plainText = (text: string): string => xmlCharacters(text).replace(/\s/gu, '')

export type CellSurroundings = {
  readonly language: Language
  /** The head of its column, and what stands in its row beside the columns of the report. */
  readonly beside: string
}

/**
 * Whether a cell of a sheet says what a cell of a report says: the same text, the same date, or the same number, with every word around it
 * in the format, the head of the column or the column of words.
 */
export function saysCell(
  found: XlsxCell | undefined,
  said: ReportCell,
  { language, beside }: CellSurroundings,
): boolean {
  if (found === undefined) return plainText(said.text) === ''
  if (found.isFormula) return false
  if (found.number === null) return plainText(found.text) === plainText(said.text)
  if (said.number !== undefined) {
    const around = plainText(`${literalsOf(found.format)} ${beside}`)
    return isSame(found.number, said.number.value) && wordsAround(said, language).every((word) => around.includes(word))
  }
  return said.date !== undefined && found.number === dateSerial(said.date) && /y/i.test(found.format)
}

/** Whether two numbers are one in the fifteen digits that a spreadsheet keeps. */
export const isSame = (found: number, said: number): boolean => found.toPrecision(15) === said.toPrecision(15)

const number = /[+−-]?\d[\d,]*(?:\.\d+)?%?/u

/** 至少 and 个 of 至少905个; 万 and 亿 are part of the number. */
function wordsAround({ text, number: typed }: ReportCell, language: Language): string[] {
  const scale = typed?.as === 'amount' ? scaleFor(typed.value, language).word : ''
  const [before = '', after = ''] = text.split(number)
  const unit = scale !== '' && after.startsWith(scale) ? after.slice(scale.length) : after
  return [before, unit].map(plainText).filter((word) => word !== '')
}

/** What a format writes as it is: in quotes or behind a backslash. */
const literalsOf = (format: string): string =>
  [...format.matchAll(/"([^"]*)"|\\(.)/gu)].map(([, quoted, escaped]) => quoted ?? escaped ?? '').join(' ')
