import { csvText } from '@xushi/contract'
import type { ChartTable, TableValue } from './chart-file.ts'

const byteOrderMark = '\ufeff'

/**
 * A chart's data as CSV (RFC 4180, UTF-8 with a byte-order mark, without which Excel reads Chinese wrongly). First, in lines that
 * begin with `#`, what the data is; then the names of the columns; then the rows.
 *
 * @param facts a word and what it says, such as 来源 and where the figures come from
 */
export function chartCsv(facts: readonly (readonly [word: string, said: string])[], table: ChartTable): string {
  // A line break would end the comment, and what follows would be read as data.
  const remarks = facts.map(([word, said]) => [`# ${oneLine(word)}`, oneLine(said)])
  const lines = [...remarks, table.columns, ...table.rows].map((row) => row.map(csvValue).join(','))
  return `${byteOrderMark}${lines.map((line) => `${line}\r\n`).join('')}`
}

const oneLine = (text: string) => text.replace(/[\s\u0085]+/g, ' ').trim()

function csvValue(value: TableValue): string {
  if (value === null) return ''
  return csvText(String(value))
}
