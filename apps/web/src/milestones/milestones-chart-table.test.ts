import type { TrackedMilestone } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { milestonesWords } from './milestones.words.ts'
import { milestonesChartTable } from './milestones-chart-table.ts'
import type { ListedAspect } from './timeline-rows.ts'
import { drafted, issue, moved, planned, trackOn } from './tracks.fixture.ts'

const says = milestonesWords.en
const milestone = (goal: string) => ({ goal, name: { zh: goal, en: goal } }) as TrackedMilestone
const table = (rows: ListedAspect['rows']) =>
  milestonesChartTable(
    [{ aspect: { id: 'a', number: 1, name: { zh: '', en: '' } }, all: 1, rows }],
    'en',
    says,
    (code) => code,
  )

describe('milestonesChartTable', () => {
  it('has a row for each record, with the state of its track', () => {
    const tracks = [
      trackOn('2020-10-29', [planned, drafted, moved]),
      trackOn('2020-10-29', [issue(3, '2020-05-01')], '110000'),
    ]
    expect(table([{ milestone: milestone('M09'), tracks }]).rows).toEqual([
      ['M09', 'M09', 'Nation', 'Put off', '2020-04-15', 'planned', '2020-09-30', null, null],
      ['M09', 'M09', 'Nation', 'Put off', '2020-07-06', 'reached 征求意见', null, null, null],
      ['M09', 'M09', 'Nation', 'Put off', '2020-09-22', 'put off', '2020-11-30', null, '案例不足，补充征集'],
      ['M09', 'M09', '110000', 'Under way', '2020-05-01', 'no. 3', null, null, null],
    ])
  })

  it('has one row for what nobody spoke of, as wide as the others', () => {
    const { columns, rows } = table([
      { milestone: milestone('M01'), tracks: [trackOn('2020-10-29', [])] },
      { milestone: milestone('M02'), tracks: [] },
    ])
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['M01', 'M01', 'Nation', 'No data'],
      ['M02', 'M02', null, null],
    ])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
