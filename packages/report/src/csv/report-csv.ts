import { csvText } from '@xushi/contract'
import { markWords } from '../layout/report-words.ts'
import type { ReportCell, ReportImprint, ReportModel, ReportSection, ReportTable } from '../model/report-model.ts'

const byteOrderMark = '\ufeff'

/**
 * A report as CSV (RFC 4180, with a byte-order mark for Excel): one line for each paragraph, and each table with its caption, its head
 * and its rows as they are read. Texts that a spreadsheet would run are kept harmless.
 */
export function reportCsv(model: ReportModel, imprint: ReportImprint): Buffer {
  const { title, subtitle, sections, sheets, stand } = model
  const { box, beside, demo } = markWords(model, imprint)
  const head = [
    [title],
    [subtitle],
    [box, beside, demo].filter((mark) => mark !== ''),
    ['SHA-256', imprint.digest],
    ['knownAt', String(stand.seq), stand.at],
    ['request', JSON.stringify(model.request)],
    ['imprint', JSON.stringify({ state: imprint.state, number: imprint.number, report: imprint.report })],
  ]
  const lines = [...head, ...sections.flatMap(sectionLines), ...sheets.flatMap((sheet) => [[], ...tableLines(sheet)])]
  return Buffer.from(`${byteOrderMark}${lines.map((line) => line.map(csvText).join(',')).join('\r\n')}\r\n`)
}

type Line = readonly string[]

const sectionLines = ({ heading, blocks }: ReportSection): readonly Line[] => [
  [],
  [heading],
  ...blocks.flatMap((block): readonly Line[] => {
    if (block.is === 'table') return tableLines(block.table)
    return block.is === 'chart' ? [[block.chart.caption, block.chart.sentence]] : [[block.text]]
  }),
]

const tableLines = ({ caption, columns, rows, note }: ReportTable): readonly Line[] => [
  [caption],
  columns.map(({ header }) => header),
  ...rows.map((row) => row.map(textOf)),
  ...(note === '' ? [] : [[note]]),
]

const textOf = ({ text }: ReportCell): string => text
