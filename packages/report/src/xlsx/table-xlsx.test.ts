import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { elementOf } from '../docx/docx-elements.fixture.ts'
import { outOfOrder } from '../docx/schema-order.fixture.ts'
import { readXlsx } from '../readback/xlsx-text.ts'
import { zipParts } from '../readback/zip-parts.ts'
import type { Table } from '../table.ts'
import { sheetSequences } from './sheet-order.fixture.ts'
import { tableXlsx } from './table-xlsx.ts'

type Row = { readonly name: string; readonly value: number }

const table: Table<Row> = {
  name: '数据',
  columns: [
    { header: '名称', width: 20, cell: ({ name }) => ({ is: 'text', text: name }) },
    { header: '数值', width: 10, cell: ({ value }) => ({ is: 'number', value, decimals: 2 }) },
    { header: '日期', width: 10, cell: () => ({ is: 'date', on: '2020-10-31' }) },
    { header: '时间', width: 20, cell: () => ({ is: 'moment', at: '2020-10-31T00:00:00.000Z' }) },
  ],
  pages: [[{ name: '=1+1', value: 12_345 }], [{ name: '甲', value: 0 }]],
}

describe('tableXlsx', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  it('is the same bytes in every time zone', async () => {
    const here = await buffer(tableXlsx(table))
    process.env.TZ = 'America/New_York'
    expect(new Date(0).getHours()).toBe(19)
    expect((await buffer(tableXlsx(table))).equals(here)).toBe(true)
  })

  it('types numbers, dates and times, and runs no text as a formula', async () => {
    const { sheets } = await readXlsx(await buffer(tableXlsx(table)))
    expect([...(sheets[0]?.rows.get(1)?.values() ?? [])]).toMatchObject([
      { text: '=1+1', format: '@', isFormula: false },
      { number: 123.45, format: '#,##0.00' },
      { number: 44_135, format: 'yyyy\\-mm\\-dd' },
      { format: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
    ])
  })

  it('has children in the order of the schema', async () => {
    for (const part of (await zipParts(await buffer(tableXlsx(table)))).values()) {
      expect(outOfOrder(await elementOf(part), sheetSequences)).toEqual([])
    }
  })
})
