import type { Screen } from '@xushi/contract'
import type { Status } from '@xushi/domain'
import type { Target } from '@xushi/wording'
import { describe, expect, it } from 'vitest'
import { attentionLines, screenRows } from './screen-rows.ts'

const unknownFigure = { known: false, why: 'not-reported' } as const
const figure = (value: number | null) => (value === null ? unknownFigure : ({ known: true, value } as const))
const target = (goal: string, status: Status, points: number | null, stages: Target['stages'] = null) => {
  const actual = points === null ? unknownFigure : { known: true, value: 1, on: '2020-10-29' }
  return { goal, status, percentagePoints: figure(points), stages, actual, due: null } as unknown as Target
}
const goals = (rows: readonly Target[]) => rows.map(({ goal }) => goal)

describe('screenRows', () => {
  it('puts the most urgent first, the widest gap before a smaller one, selections after numbers', () => {
    const rows = [
      target('T06', 'achieved', 62),
      target('T03', 'on-schedule', null, []),
      target('T04', 'on-schedule', 22),
      target('T05', 'on-schedule', 12.5),
      target('T02', 'slightly-behind', -8),
      target('T10', 'behind', -24.6),
      target('T01', 'no-data', null),
      target('T20', 'not-judged', 3),
      target('T09', 'overdue', -1),
    ]
    expect(goals(screenRows({ indicators: rows, region: null }))).toEqual([
      'T09',
      'T10',
      'T02',
      'T05',
      'T04',
      'T03',
      'T06',
    ])
  })

  it('shows in a region also what is reported and not judged, last', () => {
    const indicators = [target('T07', 'not-judged', 5), target('T12', 'achieved', 0), target('T01', 'no-data', null)]
    expect(goals(screenRows({ indicators, region: '320000' }))).toEqual(['T12', 'T07'])
    expect(goals(screenRows({ indicators, region: null }))).toEqual(['T12'])
  })
})

describe('attentionLines', () => {
  const milestone = (goal: string, state: string, expectedOn: string | null) =>
    ({ goal, standing: { state, expectedOn } }) as unknown as Screen['milestones'][number]
  const linesOf = (screen: Pick<Screen, 'milestones' | 'indicators'>, region: string | null = null) =>
    attentionLines({ ...screen, region, on: '2020-10-29' }).map((line) =>
      line.is === 'milestone' ? line.milestone.goal : line.target.goal,
    )

  it('are two at most: the longest overdue milestone and the latest target', () => {
    const milestones = [
      milestone('M02', 'overdue', '2020-09-30'),
      milestone('M37', 'overdue', '2020-06-30'),
      milestone('M03', 'done', null),
    ]
    const indicators = [
      target('T02', 'slightly-behind', -8),
      target('T10', 'behind', -24.6),
      target('T01', 'no-data', null),
    ]
    expect(linesOf({ milestones, indicators })).toEqual(['M37', 'T10'])
    expect(linesOf({ milestones, indicators: [] })).toEqual(['M37', 'M02'])
    expect(linesOf({ milestones: [], indicators })).toEqual(['T10', 'T02'])
    expect(linesOf({ milestones: [], indicators: [] })).toEqual([])
    expect(linesOf({ milestones, indicators }, '320000')).toEqual(['T10', 'T02'])
  })
})
