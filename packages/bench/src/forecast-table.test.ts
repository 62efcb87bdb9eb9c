import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readCatalogue } from '@xushi/catalogue'
import { describe, expect, it } from 'vitest'
import { forecastTable } from './forecast-table.ts'

const root = path.resolve(import.meta.dirname, '../../..')

describe('the back-test over the published series', () => {
  it('prints what docs/methods/forecast.md says', async () => {
    const reading = await readCatalogue(path.join(root, 'data'))
    if (!reading.clean) throw new Error('the catalogue has mistakes')
    const page = readFileSync(path.join(root, 'docs/methods/forecast.md'), 'utf8')
    expect(page).toContain(forecastTable(reading.catalogue).join('\n'))
  })
})
