import { entryColumns } from './entry-columns.ts'
import type { ExportedEntry, Language } from './exported-entry.ts'
import type { Table } from './table.ts'
import { tableCsv } from './table-csv.ts'
import { tableXlsx } from './xlsx/table-xlsx.ts'

const sheetName = { zh: '填报数据', en: 'Progress entries' } as const

type Pages = AsyncIterable<readonly ExportedEntry[]>

const entryTable = (pages: Pages, language: Language): Table<ExportedEntry> => ({
  name: sheetName[language],
  pages,
  columns: entryColumns.map(({ header, width, cell }) => ({
    header: header[language],
    width,
    cell: (entry) => cell(entry, language),
  })),
})

/** Progress entries as CSV, one line each. */
export const progressEntriesCsv = (pages: Pages, language: Language) => tableCsv(entryTable(pages, language))

/** Progress entries as a workbook (XLSX). The caller keeps to `maximumSheetRows`. */
export const progressEntriesXlsx = (pages: Pages, language: Language) => tableXlsx(entryTable(pages, language))
