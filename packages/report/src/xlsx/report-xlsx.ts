import { footWords, markWords } from '../layout/report-words.ts'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { appXml, coreXml, customXml } from '../office/document-properties.ts'
import { zipPackage } from '../office/zip-package.ts'
import { chartXml } from './chart-xml.ts'
import { drawingXml } from './drawing-xml.ts'
import { reportSheets } from './report-sheets.ts'
import type { Sheet } from './sheet.ts'
import { filtered, type PageFurniture, pageField, quotedName, sheetXml } from './sheet-xml.ts'
import { styleBook } from './style-book.ts'
import {
  chartPath,
  type DefinedName,
  drawingPath,
  relationshipsXml,
  sheetPath,
  workbookParts,
} from './workbook-parts.ts'

/**
 * A report as a workbook (XLSX) that people go on reckoning with: what it says in words, every table on a sheet with typed numbers and
 * dates, charts that the program draws from cells, raw entries and definitions. A text is a text, whatever it begins with. The same report
 * gives the same bytes. The request and the digest are properties of the file, so that it tells what it is.
 */
export async function reportXlsx(model: ReportModel, imprint: ReportImprint): Promise<Buffer> {
  const { language } = model.request
  const sheets = reportSheets(model, imprint)
  const styles = styleBook(language)
  const parts = new Map<string, string>()
  let drawings = 0
  let charts = 0
  for (const [index, sheet] of sheets.entries()) {
    const path = sheetPath(index + 1)
    parts.set(path, sheetXml(sheet, styles, furniture(model, imprint), index === 0))
    if (sheet.charts.length === 0) continue
    drawings += 1
    const targets = sheet.charts.map((chart) => {
      charts += 1
      parts.set(chartPath(charts), chartXml(sheet.name, chart, language))
      return { type: 'chart', target: `../charts/chart${charts}.xml` }
    })
    const drawing = drawingPath(drawings)
    parts.set(
      relationshipsOf(path),
      relationshipsXml([{ type: 'drawing', target: `../drawings/drawing${drawings}.xml` }]),
    )
    parts.set(drawing, drawingXml(sheet.charts))
    parts.set(relationshipsOf(drawing), relationshipsXml(targets))
  }
  const names = sheets.flatMap(namesOf)
  const shape = { sheets: sheets.map(({ name }) => name), names, drawings, charts, properties: true }
  return zipPackage(
    new Map([
      ...workbookParts(shape),
      ...parts,
      ['xl/styles.xml', styles.xml()],
      ['docProps/core.xml', coreXml(model)],
      ['docProps/app.xml', appXml()],
      ['docProps/custom.xml', customXml(model, imprint)],
    ]),
  )
}

/** xl/worksheets/_rels/sheet1.xml.rels */
const relationshipsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels')

function furniture(model: ReportModel, imprint: ReportImprint): PageFurniture {
  const { box, beside, demo } = markWords(model, imprint)
  return { top: { left: `${box}  ${beside}`.trim(), right: demo }, foot: footWords(model, imprint, pageField) }
}

/** The head of a table stands on every page; what is filtered is known by its name to older programs. */
function namesOf(sheet: Sheet, index: number): DefinedName[] {
  const { head, name } = sheet
  if (head === null) return []
  const place = quotedName(name)
  const cells = filtered(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return [
    { name: '_xlnm._FilterDatabase', sheet: index, hidden: true, refersTo: `${place}!${cells}` },
    { name: '_xlnm.Print_Titles', sheet: index, hidden: false, refersTo: `${place}!$1:$${head + 1}` },
  ]
}
