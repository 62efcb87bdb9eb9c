import { wordsIn } from '@xushi/wording'
import { figureNumber, markWords, tableNumber } from '../layout/report-words.ts'
import type { ReportChart, ReportImprint, ReportModel, ReportTable } from '../model/report-model.ts'
import { chartSheet } from './chart-sheet.ts'
import type { Sheet } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { type Placed, summarySheet } from './summary-sheet.ts'
import { tableSheet } from './table-sheet.ts'
import { workbookWords } from './workbook.words.ts'

/** The sheets of a report in their order: what it says in words, its charts, its tables each on its own, and what only a workbook carries. */
export function reportSheets(model: ReportModel, imprint: ReportImprint): Sheet[] {
  const { language } = model.request
  const says = wordsIn(workbookWords, language)
  const { tables, charts } = numberedBlocks(model)
  const names = sheetNames([
    says.summary,
    ...(charts.length === 0 ? [] : [says.charts]),
    ...tables.map((table) => shortName(table, tables)),
    ...model.sheets.map(({ caption }) => caption),
  ])
  const chartsName = names[1] ?? ''
  const tableNames = names.slice(charts.length === 0 ? 1 : 2)
  const extraNames = tableNames.slice(tables.length)
  const marks = marksText(model, imprint)
  const extras = model.sheets.map((table, index) => ({ table, name: extraNames[index] ?? '' }))
  const placed = new Map<object, Placed>([
    ...charts.map(({ chart, number }) => [chart, { number, caption: chart.caption, sheet: chartsName }] as const),
    ...tables.map(
      ({ table, number }, index) =>
        [table, { number, caption: table.caption, sheet: tableNames[index] ?? '' }] as const,
    ),
  ])
  const summary = {
    name: names[0] ?? '',
    marks,
    placed,
    sheets: extras.map(({ table, name }) => ({
      number: String(table.rows.length),
      caption: table.caption,
      sheet: name,
    })),
  }
  return [
    summarySheet(model, imprint, summary),
    ...(charts.length === 0 ? [] : [chartSheet(charts, { name: chartsName, marks, language })]),
    ...tables.map(({ table, number }, index) =>
      tableSheet(table, { name: tableNames[index] ?? '', caption: `${number}${table.caption}`, marks, language }),
    ),
    ...extras.map(({ table, name }) => tableSheet(table, { name, caption: table.caption, marks, language })),
  ]
}

/** 系统生成稿　未发布　含演示数据，不作依据: what stands on every page of the report stands on every sheet. */
function marksText(model: ReportModel, imprint: ReportImprint): string {
  const { box, beside, demo } = markWords(model, imprint)
  return [box, beside, demo, model.subtitle]
    .filter((mark) => mark !== '')
    .join(model.request.language === 'zh' ? '　' : '   ')
}

type NumberedTable = { readonly table: ReportTable; readonly number: string; readonly section: string }

/** Tables and charts are counted as in the other files. */
function numberedBlocks({ sections, request: { language } }: ReportModel) {
  const tables: NumberedTable[] = []
  const charts: { readonly chart: ReportChart; readonly number: string }[] = []
  for (const { heading, blocks } of sections) {
    for (const block of blocks) {
      if (block.is === 'table') {
        tables.push({ table: block.table, number: tableNumber(language, tables.length + 1), section: heading })
      } else if (block.is === 'chart') {
        const number = figureNumber(language, charts.length + 1, { number: 1, of: 1 })
        charts.push({ chart: block.chart, number })
      }
    }
  }
  return { tables, charts }
}

/** A tab is short: the heading of its section, where it has no other table. */
function shortName({ table, section }: NumberedTable, all: readonly NumberedTable[]): string {
  return all.filter((other) => other.section === section).length === 1 ? section : table.caption
}
