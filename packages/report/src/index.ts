export { decimalText } from './decimal-text.ts'
export { type ExportedEntry, entryWords, type Language } from './exported-entry.ts'
export { progressEntriesCsv } from './progress-entries-csv.ts'
export { maximumSheetRows, progressEntriesXlsx } from './progress-entries-xlsx.ts'
