import type { Language } from '@xushi/wording'
import type { ReportTable } from '../model/report-model.ts'
import type { MissingPart } from './missing-parts.ts'
import { partsOfTable } from './report-parts.ts'
import { plainText, saysCell } from './said-by-cell.ts'
import type { XlsxCell } from './xlsx-cells.ts'
import type { XlsxSheet } from './xlsx-text.ts'

type Row = ReadonlyMap<number, XlsxCell>

/** What of a table a sheet does not say: caption, head, rows in their order, notes. Everything where there is no such sheet. */
export function missingOfTable(
  table: ReportTable,
  {
    sheet,
    section,
    language,
  }: { readonly sheet: XlsxSheet | undefined; readonly section: string | null; readonly language: Language },
): MissingPart[] {
  const parts = [...partsOfTable(table, section)].filter(({ text }) => plainText(text) !== '')
  const rows = [...(sheet?.rows.values() ?? [])]
  const head = rows.findIndex((row) => isHead(row, table))
  if (head === -1) return parts
  let from = head + 1
  return parts.filter(({ part, row, text }) => {
    if (part === 'header') return false
    if (part !== 'row') return !rows.some((cells) => saysText(cells, text))
    const place = rows.findIndex(
      (cells, index) => index >= from && isRow(cells, { table, index: (row ?? 1) - 1, head: rows[head], language }),
    )
    if (place === -1) return true
    from = place + 1
    return false
  })
}

/** 表1 stands before a caption. */
export const saysText = (cells: Row, text: string): boolean =>
  [...cells.values()].some((cell) => plainText(cell.text).endsWith(plainText(text)))

/** A head may name the unit behind. */
const isHead = (cells: Row, { columns }: ReportTable): boolean =>
  columns.every(({ header }, index) => plainText(cells.get(index)?.text ?? '').startsWith(plainText(header)))

type Wanted = {
  readonly table: ReportTable
  readonly index: number
  readonly head: Row | undefined
  readonly language: Language
}

function isRow(cells: Row, { table, index, head, language }: Wanted): boolean {
  const written = textBeyond(cells, table.columns.length)
  const row = table.rows[index] ?? []
  return row.every((said, column) =>
    saysCell(cells.get(column), said, { language, beside: `${head?.get(column)?.text ?? ''} ${written}` }),
  )
}

/** What stands in a row beside the columns of the report. */
const textBeyond = (cells: Row, columns: number): string =>
  [...cells].flatMap(([column, cell]) => (column < columns ? [] : [cell.text])).join(' ')
