import { describe, expect, it } from 'vitest'
import { coverageChartTable } from './coverage-chart-table.ts'
import { milestonesWords } from './milestones.words.ts'

describe('the maps of coverage to take away', () => {
  it('have a row for each region, and a silent one is unreported, not without', () => {
    const coverage = [
      { region: '320000', state: 'done', on: '2020-05-01', document: '苏工信〔2020〕1号', demo: true },
      { region: '540000', state: 'unreported', on: null, document: null, demo: false },
    ] as const
    const milestone = { goal: 'M05', name: { zh: '专项政策', en: 'Policy' }, coverage: [...coverage] }
    const silent = { goal: 'M06', name: { zh: '无', en: 'None' }, coverage: null }
    const { columns, rows } = coverageChartTable([milestone, silent], 'en', milestonesWords.en, (code) => code)
    expect(columns).toHaveLength(7)
    expect(rows).toEqual([
      ['M05', 'Policy', '320000', '320000', milestonesWords.en.coverageStates.done, '2020-05-01', '苏工信〔2020〕1号'],
      ['M05', 'Policy', '540000', '540000', milestonesWords.en.coverageStates.unreported, null, null],
    ])
  })
})
