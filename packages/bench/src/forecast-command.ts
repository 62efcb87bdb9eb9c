import path from 'node:path'
import { readCatalogue } from '@xushi/catalogue'
import { forecastTable } from './forecast-table.ts'

const reading = await readCatalogue(path.resolve(import.meta.dirname, '../../../data'))
if (!reading.clean) throw new Error('the catalogue has mistakes: npm run catalogue:check names them')
for (const language of ['zh', 'en'] as const) console.log(`${forecastTable(reading.catalogue, language).join('\n')}\n`)
