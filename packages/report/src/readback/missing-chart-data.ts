import { dateSerial } from '../beijing-time.ts'
import { lineStyles } from '../charts/chart-style.ts'
import type { ReportChart, ReportChartData } from '../model/report-model.ts'
import { joined } from '../xlsx/chart-data.ts'
import type { MissingPart } from './missing-parts.ts'
import { isSame, plainText } from './said-by-cell.ts'
import { columnOf, type XlsxCell } from './xlsx-cells.ts'
import type { XlsxChart, XlsxReference } from './xlsx-charts.ts'
import type { XlsxSheet } from './xlsx-text.ts'

/** One date or label of a chart, with the value of each of its series; null is a gap. `said` are words that stand beside it. */
type Datum = { readonly label: string | number; readonly values: readonly (number | null)[]; readonly said: string }

/**
 * What of a chart is missing: its sentence where there is no such chart, its title, and each date or label whose values are others in the
 * cells that it is drawn from, or in what it keeps of them.
 */
export function missingOfChart(chart: ReportChart, { sheets, section, free }: ChartSearch): MissingPart[] {
  const within = { section, id: chart.id, row: null } as const
  const named = [...free].filter(({ title }) => plainText(title).endsWith(plainText(chart.caption)))
  const told = named.find(({ sentence }) => plainText(sentence) === plainText(chart.sentence))
  // Some programs lose what a chart says to those who do not see it, and keep its data.
  const untold: MissingPart[] = told === undefined ? [{ ...within, part: 'sentence', text: chart.sentence }] : []
  const drawn = told ?? named[0]
  if (drawn === undefined) return untold
  free.delete(drawn)
  const others = dataOf(chart.data).flatMap((datum, index): MissingPart[] => {
    const text = [datum.label, ...datum.values.map((value) => value ?? '')].join(' ')
    return drawsDatum(drawn, datum, { index, sheets }) ? [] : [{ ...within, part: 'row', row: index + 1, text }]
  })
  return [...untold, ...others]
}

type ChartSearch = {
  readonly sheets: readonly XlsxSheet[]
  readonly section: string
  /** Charts that were not found for another one before. */
  readonly free: Set<XlsxChart>
}

function dataOf(data: ReportChartData): readonly Datum[] {
  if (data.draws === 'bars')
    return data.rows.map(({ label, value, text }) => ({ label, values: [value], said: value === null ? text : '' }))
  if (data.draws === 'bullets')
    return data.rows.map(({ label, ratio, plan, text }) => ({
      label,
      values: [ratio, plan],
      said: ratio === null ? text : '',
    }))
  const lines = data.series.map(({ role, values }) => (lineStyles[role].overGaps ? joined(data.dates, values) : values))
  return data.dates.map((date, index) => ({
    label: dateSerial(date),
    values: lines.map((values) => values[index] ?? null),
    said: '',
  }))
}

type Place = { readonly index: number; readonly sheets: readonly XlsxSheet[] }

function drawsDatum({ series }: XlsxChart, { label, values, said }: Datum, place: Place): boolean {
  if (series.length !== values.length) return false
  return series.every(
    ({ labels, values: bound }, index) =>
      holds(labels, label, place) &&
      holds(bound, values[index] ?? null, place) &&
      (said === '' || saysBeside(cellOf(bound, place)?.row ?? new Map(), said)),
  )
}

/** Whether a word stands in a row: alone, or behind the name of the column for which it does. */
const saysBeside = (row: ReadonlyMap<number, XlsxCell>, said: string): boolean =>
  [...row.values()].some(({ text }) => text.split(/[；;]/u).some((piece) => plainText(piece).endsWith(plainText(said))))

/** Whether both a cell and what the chart keeps of it are the value; a chart that keeps nothing reads its cells. */
function holds(reference: XlsxReference, value: string | number | null, place: Place): boolean {
  const cell = cellOf(reference, place)?.cell
  if (cell?.isFormula) return false
  const kept = reference.kept.size === 0 ? undefined : (reference.kept.get(place.index) ?? '')
  if (value === null) return cell === undefined && (kept === undefined || kept === '')
  if (typeof value === 'number') {
    const isDrawn = cell?.number != null && isSame(cell.number, value)
    return isDrawn && (kept === undefined || isSame(keptNumber(kept), value))
  }
  return (
    plainText(cell?.text ?? '') === plainText(value) && (kept === undefined || plainText(kept) === plainText(value))
  )
}

/** Some programs keep a date as people write it. */
const keptNumber = (kept: string): number => (/^\d{4}-\d\d-\d\d$/.test(kept) ? dateSerial(kept) : Number(kept))

const address = /^(?:'((?:[^']|'')*)'|([^'!]+))!(\$?[A-Z]{1,3}\$?(\d+))(?::|$)/

/** The cell at a place of a reference, and its row; null where there is no such sheet. */
function cellOf({ cells }: XlsxReference, { index, sheets }: Place) {
  const found = address.exec(cells)
  const column = columnOf(found?.[3])
  const name = found?.[1]?.replaceAll("''", "'") ?? found?.[2]
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined || column === null) return null
  const row: ReadonlyMap<number, XlsxCell> = sheet.rows.get(Number(found?.[4]) - 1 + index) ?? new Map()
  return { row, cell: row.get(column) }
}
