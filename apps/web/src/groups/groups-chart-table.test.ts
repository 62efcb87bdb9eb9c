import { describe, expect, it } from 'vitest'
import { memberOf } from './groups.fixture.ts'
import { groupsWords } from './groups.words.ts'
import { groupChartTable } from './groups-chart-table.ts'

const name = { zh: '组', en: 'Group' }

describe('groupChartTable', () => {
  it('gives each member its own count and no sum; what is unknown has a reason and no number', () => {
    const members = [
      memberOf('T04', {
        actual: { known: true, on: '2020-10-29', value: 100 },
        target: { comparator: 'more-than', value: 100 },
      }),
      memberOf('T05', { actual: { known: true, on: '2020-10-29', value: 905, bound: 'above' } }),
      memberOf('T03', {}),
    ]
    const { columns, rows } = groupChartTable({ id: 'g', name, rule: name, members }, 'zh', groupsWords.en)
    expect(columns.slice(0, 5)).toEqual(['No.', 'Target', 'Value', 'Bound', 'Why there is none'])
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['T04', 'T04', 100, ''],
      ['T05', 'T05', 905, '至少'],
      ['T03', 'T03', null, null],
    ])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
