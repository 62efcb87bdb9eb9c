import { dayNumber } from '@xushi/domain'
import { type Language, percent, statusWords, wordsIn } from '@xushi/wording'
import { lineStyles } from '../charts/chart-style.ts'
import type { ReportCell, ReportChartData } from '../model/report-model.ts'
import { amountFormat } from './number-format.ts'
import type { BoundSeries, BoundValue, SheetCell, SheetRow } from './sheet.ts'
import { headCell, typedTable } from './typed-table.ts'
import { workbookWords } from './workbook.words.ts'

type Lines = Extract<ReportChartData, { readonly draws: 'lines' }>
type Rows = Exclude<ReportChartData, { readonly draws: 'lines' }>

/** The data of a chart as rows of cells; the first column has its dates or labels. */
export type ChartCells = {
  readonly head: SheetRow
  readonly rows: readonly SheetRow[]
  readonly series: readonly BoundSeries[]
  readonly note: string
}

export const chartCells = (data: ReportChartData, language: Language): ChartCells =>
  data.draws === 'lines' ? lineCells(data, language) : rowCells(data, language)

function lineCells({ unit, dates, series }: Lines, language: Language): ChartCells {
  const says = wordsIn(workbookWords, language)
  const places = Math.max(0, ...series.flatMap(({ values }) => values.map(placesOf)))
  const lines = series.map(({ name, role, values }) => ({
    name: unit === '' ? name : says.inUnit(name, unit),
    stated: values,
    values: lineStyles[role].overGaps ? joined(dates, values) : values,
  }))
  const isComputed = ({ stated, values }: (typeof lines)[number], row: number) =>
    (stated[row] ?? null) === null && (values[row] ?? null) !== null
  const rows = dates.map(
    (on, row): SheetRow => [
      { is: 'date', on, style: { box: 'cell', align: 'start' } },
      ...lines.map((line) => lineCell(line.values[row] ?? null, places, isComputed(line, row))),
    ],
  )
  return {
    head: [headCell(says.date, 'start'), ...lines.map(({ name }) => headCell(name, 'end'))],
    rows,
    series: lines.map(({ name }, index) => ({ column: index + 1, name, values: boundValues(rows, index + 1) })),
    note: lines.some((line) => dates.some((_, row) => isComputed(line, row))) ? says.computed : '',
  }
}

function lineCell(value: number | null, places: number, isComputed: boolean): SheetCell {
  if (value === null) return { is: 'empty', style: { box: 'cell' } }
  const style = { box: 'cell', align: 'end', format: amountFormat(isComputed ? Math.max(1, places) : places) } as const
  return { is: 'number', value, style: isComputed ? { ...style, font: 'computed' } : style }
}

const placesOf = (value: number | null): number => (value === null ? 0 : (String(value).split('.')[1]?.length ?? 0))

/**
 * The values of a line that is stated at its corners only, also between them: a chart of a sheet has one way with empty cells for all its
 * lines, and for those that were measured it is a gap.
 */
export function joined(dates: readonly string[], values: readonly (number | null)[]): (number | null)[] {
  const points = dates.map((date, index) => ({ day: dayNumber(date), value: values[index] ?? null }))
  const corners = points
    .flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]))
    .sort((a, b) => a.day - b.day)
  return points.map(({ day, value }) => {
    const before = corners.findLast((corner) => corner.day < day)
    const after = corners.find((corner) => corner.day > day)
    if (value !== null || before === undefined || after === undefined) return value
    const share = (day - before.day) / (after.day - before.day)
    return Number((before.value + share * (after.value - before.value)).toPrecision(12))
  })
}

/** Labels with their values; what has none keeps an empty cell, and its word at the end. */
function rowCells(data: Rows, language: Language): ChartCells {
  const { headers, rows: cells } = data.draws === 'bars' ? barTable(data, language) : bulletTable(data, language)
  const columns = headers.map(([header, align]) => ({ header, align }))
  const { head, rows } = typedTable({ columns, rows: cells }, language, true)
  const series = columns.flatMap(({ align, header }, column) => {
    if (align === 'start') return []
    const named = head[column]
    return [{ column, name: named?.is === 'text' ? named.text : header, values: boundValues(rows, column) }]
  })
  return { head, rows, series, note: '' }
}

const boundValues = (rows: readonly SheetRow[], column: number): BoundValue[] =>
  rows.map((row) => {
    const cell = row[column]
    return cell?.is === 'number' ? { value: cell.value, format: cell.style.format ?? 'General' } : null
  })

type CellTable = {
  readonly headers: readonly (readonly [string, 'start' | 'end'])[]
  readonly rows: readonly (readonly ReportCell[])[]
}

function barTable({ rows, decimals, unit }: Extract<Rows, { readonly draws: 'bars' }>, language: Language): CellTable {
  const says = wordsIn(workbookWords, language)
  return {
    headers: [
      [says.item, 'start'],
      [unit === '' ? says.value : says.inUnit(says.value, unit), 'end'],
    ],
    rows: rows.map(({ label, value, text }) => [
      { text: label },
      value === null ? { text } : { text, number: { value, decimals, as: 'amount' } },
    ]),
  }
}

function bulletTable({ names, rows }: Extract<Rows, { readonly draws: 'bullets' }>, language: Language): CellTable {
  const says = wordsIn(workbookWords, language)
  const share = (value: number | null, text: string): ReportCell =>
    value === null ? { text } : { text, number: { value, decimals: 1, as: 'ratio' } }
  return {
    headers: [
      [says.target, 'start'],
      [names.ratio, 'end'],
      [names.plan, 'end'],
      [says.status, 'start'],
    ],
    rows: rows.map(({ label, ratio, plan, text, status }) => [
      { text: label },
      share(ratio, text),
      share(plan, plan === null ? '' : percent(plan)),
      { text: wordsIn(statusWords, language)[status], status },
    ]),
  }
}
