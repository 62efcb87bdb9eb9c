export { type CatalogueReading, checkCatalogue } from './catalogue-check.ts'
export { type Mistake, type MistakeLanguage, mistakeLine } from './mistake.ts'
export { readCatalogue, recordCatalogue } from './read-catalogue.ts'
export type { SourceFile } from './source-file.ts'
