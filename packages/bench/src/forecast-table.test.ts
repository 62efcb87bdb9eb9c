import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCatalogue } from '@xushi/catalogue'
import { describe, expect, it } from 'vitest'
import { forecastTable } from './forecast-table.ts'

const root = path.resolve(import.meta.dirname, '../../..')

describe('the back-test over the published series', () => {
  it.each([
    ['docs/methods/forecast.md', 'en'],
    ['docs/methods/zh/forecast.md', 'zh'],
  ] as const)('prints what %s says', async (file, language) => {
    const reading = await readCatalogue(path.join(root, 'data'))
    if (!reading.clean) throw new Error('the catalogue has mistakes')
    const page = readFileSync(path.join(root, file), 'utf8')
    expect(page).toContain(forecastTable(reading.catalogue, language).join('\n'))
  })
})
