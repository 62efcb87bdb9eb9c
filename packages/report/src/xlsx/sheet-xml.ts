import { element, type Xml, xmlPart } from '../office/xml-element.ts'
import { cellXml, columnLetters } from './cell-xml.ts'
import { relationships, spreadsheet } from './namespaces.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { linesIn } from './sheet-widths.ts'
import type { StyleBook } from './style-book.ts'

/** What stands at the top and at the foot of every page, left and right. */
export type PageFurniture = {
  readonly top: { readonly left: string; readonly right: string }
  readonly foot: { readonly left: string; readonly right: string }
}

const root = { xmlns: spreadsheet, 'xmlns:r': relationships }
/** The beginning of a sheet that is written as it is read. */
export const sheetStart = xmlPart(element('worksheet', root)).replace(/\/>$/, '>')

/** `xl/worksheets/sheet1.xml`, printed on A4 as wide as a page. */
export function sheetXml(sheet: Sheet, styles: StyleBook, furniture: PageFurniture, isFirst: boolean): string {
  const { head, frozenColumns, landscape, widths, rows, rowHeight, charts } = sheet
  const frozen = { rows: head === null ? 0 : head + 1, columns: frozenColumns }
  return xmlPart(
    element('worksheet', root, [
      element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: 1 })]),
      viewsXml({ ...frozen, selected: isFirst, gridLines: false }),
      element('sheetFormatPr', { defaultRowHeight: rowHeight ?? 15, customHeight: rowHeight === null ? undefined : 1 }),
      widthsXml(widths),
      element(
        'sheetData',
        {},
        rows.map((row, index) => rowXml(row, { number: index + 1, sheet, styles })).filter((row) => row !== null),
      ),
      ...(head === null ? [] : [element('autoFilter', { ref: filtered(sheet) })]),
      ...linksXml(rows),
      element('printOptions', { horizontalCentered: 1 }),
      element('pageMargins', { left: 0.59, right: 0.59, top: 0.79, bottom: 0.79, header: 0.39, footer: 0.39 }),
      element('pageSetup', {
        paperSize: 9,
        fitToHeight: 0,
        orientation: landscape ? 'landscape' : 'portrait',
      }),
      furnitureXml(furniture),
      ...breaksXml(sheet),
      ...(charts.length === 0 ? [] : [element('drawing', { 'r:id': 'rId1' })]),
    ]),
  )
}

/** The cells of the table of a sheet, without a dollar sign. */
export function filtered({ head, tableRows, rows }: Sheet): string {
  const from = (head ?? 0) + 1
  const last = columnLetters(Math.max(0, (rows[head ?? 0]?.length ?? 1) - 1))
  return `A${from}:${last}${from + tableRows}`
}

export type View = {
  /** How many rows and columns stay in sight. */
  readonly rows: number
  readonly columns: number
  readonly selected: boolean
  readonly gridLines: boolean
}

export function viewsXml({ rows, columns, selected, gridLines }: View): Xml {
  const corner = `${columnLetters(columns)}${rows + 1}`
  const pane = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const frozen = element('pane', {
    xSplit: columns === 0 ? undefined : columns,
    ySplit: rows === 0 ? undefined : rows,
    topLeftCell: corner,
    activePane: pane,
    state: 'frozen',
  })
  const selection = element('selection', { pane, activeCell: corner, sqref: corner })
  const view = {
    showGridLines: gridLines ? undefined : 0,
    tabSelected: selected ? 1 : undefined,
    workbookViewId: 0,
  }
  return element('sheetViews', {}, [element('sheetView', view, rows + columns === 0 ? [] : [frozen, selection])])
}

export const widthsXml = (widths: readonly number[]): Xml =>
  element(
    'cols',
    {},
    widths.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 })),
  )

type RowPlace = { readonly number: number; readonly sheet: Sheet; readonly styles: StyleBook }

function rowXml(row: SheetRow, { number, sheet, styles }: RowPlace): Xml | null {
  if (row.length === 0) return null
  const cells = row.map((cell, column) => cellXml(`${columnLetters(column)}${number}`, cell, styles))
  return element('row', { r: number, ht: rowHeight(row, sheet) }, cells)
}

/** In points. */
const lineHeight = 15
const titleHeight = 24
const highest = 409

/** As high as the cell with the most lines; a program that reckons itself corrects it. */
function rowHeight(row: SheetRow, { widths, rowHeight: own }: Sheet): number {
  const lines = row.map((cell, column) =>
    cell.is === 'text' && cell.style.wrap ? linesIn(cell.text, widths[column] ?? 0) : 1,
  )
  const least = row[0]?.style.font === 'title' ? titleHeight : (own ?? lineHeight + 1)
  return Math.min(highest, Math.max(least, Math.max(...lines) * lineHeight + 1))
}

/** Links within the workbook. */
function linksXml(rows: readonly SheetRow[]): readonly Xml[] {
  const links = rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell.is === 'text' && cell.link !== undefined
        ? [
            element('hyperlink', {
              ref: `${columnLetters(column)}${index + 1}`,
              location: `${quotedName(cell.link)}!A1`,
              display: cell.text,
            }),
          ]
        : [],
    ),
  )
  return links.length === 0 ? [] : [element('hyperlinks', {}, links)]
}

/** A name of a sheet as a formula has it. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** What stands for the number of a page, and of all pages, in the words of a foot. */
export const pageField = { page: '{page}', pages: '{pages}' } as const
const longestFurniture = 255
/** In points; the space keeps it from a number that follows. */
const furnitureSize = '&8 '

function furnitureXml({ top, foot }: PageFurniture): Xml {
  return element('headerFooter', {}, [element('oddHeader', {}, sides(top)), element('oddFooter', {}, sides(foot))])
}

/** An & begins a code; a text that is too long for both sides loses its end at the left. */
function sides({ left, right }: { readonly left: string; readonly right: string }): string {
  const end = `&R${furnitureSize}${coded(right)}`
  const room = longestFurniture - end.length - furnitureSize.length - 2
  const fits = [...left].reduce((kept, character) => {
    const longer = kept + character
    return coded(longer).length <= room ? longer : kept
  }, '')
  return `&L${furnitureSize}${coded(fits)}${end}`
}

const coded = (text: string): string =>
  text.replaceAll('&', '&&').replace(pageField.page, '&P').replace(pageField.pages, '&N')

function breaksXml({ breaks }: Sheet): readonly Xml[] {
  if (breaks.length === 0) return []
  const count = { count: breaks.length, manualBreakCount: breaks.length }
  return [
    element(
      'rowBreaks',
      count,
      breaks.map((row) => element('brk', { id: row, max: 16_383, man: 1 })),
    ),
  ]
}
