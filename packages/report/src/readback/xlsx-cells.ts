import { cellText } from './xlsx-parts.ts'
import { readXml, type XmlElement } from './xml-events.ts'

/** What a cell holds: a text, or a number with its format. */
export type XlsxCell = {
  readonly text: string
  readonly number: number | null
  readonly format: string
  /** Whether a program would reckon it anew. */
  readonly isFormula: boolean
}

/** Cells that hold something, by row and column from 0. */
export type XlsxRows = ReadonlyMap<number, ReadonlyMap<number, XlsxCell>>

type Shared = { readonly texts: readonly string[]; readonly formats: readonly string[] }
type Open = {
  readonly column: number
  readonly type: string
  readonly format: string
  text: string
  isFormula: boolean
}

/** Reads the cells of a sheet. */
export async function xlsxCells(part: Uint8Array, { texts, formats }: Shared): Promise<XlsxRows> {
  const rows = new Map<number, Map<number, XlsxCell>>()
  let row = -1
  let column = -1
  let cell: Open | null = null
  let spoken = false
  let sounds = 0

  const opened = ({ name, attributes }: XmlElement) => {
    if (name === 'row') {
      row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
      column = -1
    } else if (name === 'c') {
      column = columnOf(attributes.r) ?? column + 1
      const format = formats[Number(attributes.s ?? 0)] ?? 'General'
      cell = { column, type: attributes.t ?? 'n', format, text: '', isFormula: false }
    } else if (name === 'rPh') sounds += 1
    else if (name === 'f' && cell !== null) cell.isFormula = true
    else if (name === 'v' || name === 't') spoken = sounds === 0
  }
  await readXml(part, {
    open: opened,
    text: (said) => {
      if (spoken && cell !== null) cell.text += said
    },
    close: ({ name }) => {
      if (name === 'v' || name === 't') spoken = false
      else if (name === 'rPh') sounds -= 1
      else if (name === 'c' && cell !== null) {
        const own = rows.get(row) ?? new Map<number, XlsxCell>()
        if (cell.text !== '' || cell.isFormula) rows.set(row, own.set(cell.column, cellOf(cell, texts)))
        cell = null
      }
    },
  })
  return rows
}

function cellOf({ type, text, format, isFormula }: Open, texts: readonly string[]): XlsxCell {
  const said = { format, isFormula }
  if (type === 's') return { ...said, text: texts[Number(text)] ?? '', number: null }
  if (type !== 'n') return { ...said, text: cellText(text), number: null }
  const number = Number(text)
  return { ...said, text, number: text === '' || Number.isNaN(number) ? null : number }
}

/** The column of B7 is 1. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
