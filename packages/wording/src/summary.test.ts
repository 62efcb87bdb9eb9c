import type { Dashboard } from '@xushi/contract'
import type { Figure, Status } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import {
  attention,
  attentionLines,
  byAspect,
  countByStatus,
  filtered,
  largestGap,
  milestonesOfQuestion,
  sentenceGroups,
  type Target,
} from './summary.ts'

type Cast = {
  readonly goal: string
  readonly status: Status
  readonly points?: number
  readonly units?: number | null
  readonly kind?: Target['kind']
  readonly measure?: string
}

/** A target with only what the summary reads. */
const target = ({ goal, status, points, units = null, kind = 'measured', measure = 'M1' }: Cast): Target =>
  ({
    id: goal.toLowerCase(),
    goal,
    status,
    kind,
    measure,
    name: { zh: `目标${goal}`, en: `Goal ${goal}` },
    clause: { question: 6, quote: '新建20个以上二级节点' },
    percentagePoints: (points === undefined
      ? { known: false, why: 'not-reported' }
      : { known: true, value: points }) satisfies Figure,
    due: { on: '2020-12-31', stated: false },
    reported: { units, expected: 31 },
  }) as unknown as Target

const cast: readonly Target[] = [
  target({ goal: 'T06', status: 'achieved', points: 62 }),
  target({ goal: 'T10', status: 'behind', points: -24.6, units: 29 }),
  target({ goal: 'T12', status: 'slightly-behind', points: -8, units: 31, kind: 'yes-no' }),
  target({ goal: 'T02', status: 'slightly-behind', points: -9 }),
  target({ goal: 'T04', status: 'no-data', units: 0, kind: 'counted', measure: 'M5' }),
  target({ goal: 'T01', status: 'no-data', units: 0, kind: 'yes-no' }),
  target({ goal: 'T16', status: 'not-judged', measure: 'M5' }),
]

const dashboard = {
  indicators: cast,
  milestones: [{ id: 'm37', goal: 'M37', measure: 'M5' }],
  programme: {
    aspects: [
      { id: 'first', number: 1 },
      { id: 'second', number: 2 },
      { id: 'third', number: 3 },
    ],
    measures: [
      { id: 'M1', number: 1, aspect: 'first' },
      { id: 'M5', number: 5, aspect: 'second' },
    ],
  },
} as unknown as Dashboard

const goals = (targets: readonly Target[]) => targets.map(({ goal }) => goal)

describe('countByStatus', () => {
  it('has all eight in the fixed order, also those counted 0', () => {
    expect(countByStatus(cast).map(({ status, count }) => `${status} ${count}`)).toEqual([
      'overdue 0',
      'behind 1',
      'slightly-behind 2',
      'on-schedule 0',
      'achieved 1',
      'not-started 0',
      'no-data 2',
      'not-judged 1',
    ])
  })
})

describe('sentenceGroups', () => {
  it('says what is well, what is late and what cannot be said, and leaves out what is counted 0', () => {
    const { well, late, rest } = sentenceGroups(cast)
    expect(well.map(({ status }) => status)).toEqual(['achieved'])
    expect(late.map(({ status }) => status)).toEqual(['slightly-behind', 'behind'])
    expect(rest.map(({ status }) => status)).toEqual(['no-data', 'not-judged'])
  })
})

describe('largestGap', () => {
  it('is the widest distance behind plan', () => {
    expect(largestGap(cast)).toBe(24.6)
  })

  it('is absent, not zero, when nothing is behind', () => {
    expect(largestGap(cast.filter(({ status }) => status === 'achieved'))).toBeNull()
  })
})

describe('attention', () => {
  it('puts the worse status first, then the wider gap, and leaves out what is well', () => {
    expect(goals(attention(cast, '2020-10-29'))).toEqual(['T10', 'T02', 'T12', 'T01', 'T04'])
  })
})

describe('byAspect', () => {
  it('keeps every aspect, its targets and its milestones; what is not judged goes last', () => {
    const rows = byAspect(dashboard, cast)
    expect(rows.map(({ targets }) => goals(targets))).toEqual([['T01', 'T02', 'T06', 'T10', 'T12'], ['T04', 'T16'], []])
    expect(rows.map(({ milestones }) => milestones.length)).toEqual([0, 1, 0])
  })

  it('puts them under their measures, by number; a measure without a match stays, empty', () => {
    const { aspects } = dashboard.programme
    const measures = [
      { id: 'M5', number: 5, aspect: 'first' },
      { id: 'M2', number: 2, aspect: 'first' },
      { id: 'M1', number: 1, aspect: 'first' },
    ] as unknown as Dashboard['programme']['measures']
    const [first] = byAspect({ ...dashboard, programme: { ...dashboard.programme, aspects, measures } }, cast)
    expect(
      first?.measures.map(({ measure, targets, milestones }) => [measure.id, targets.length, milestones.length]),
    ).toEqual([
      ['M1', 5, 0],
      ['M2', 0, 0],
      ['M5', 2, 1],
    ])
  })
})

describe('filtered', () => {
  it.each([
    ['a status', { status: 'no-data' }, ['T04', 'T01']],
    ['an aspect', { aspect: 'second' }, ['T04', 'T16']],
    ['a number', { q: 't06' }, ['T06']],
    ['a name in English', { q: ' goal t1' }, ['T10', 'T12', 'T16']],
    ['words of the clause', { q: '二级节点', status: 'achieved' }, ['T06']],
    ['a question of the answers', { question: '6', aspect: 'second' }, ['T04', 'T16']],
    ['a question that none is of', { question: '7' }, []],
    ['nothing that fits', { q: 'zzz' }, []],
  ] as const)('finds by %s', (_, filter, found) => {
    expect(goals(filtered(dashboard, filter))).toEqual(found)
  })
})

describe('milestonesOfQuestion', () => {
  const milestones = [
    { id: 'm1', clause: { question: 6, quote: '' } },
    { id: 'm2', clause: { question: 16, quote: '' } },
  ] as unknown as Dashboard['milestones']
  it('has those of the question alone, and none while no question is asked for', () => {
    expect(milestonesOfQuestion({ milestones }, '6').map(({ id }) => id)).toEqual(['m1'])
    expect(milestonesOfQuestion({ milestones }, undefined)).toEqual([])
  })
})

describe('attentionLines', () => {
  it('has what is overdue first, milestones too, and those put off after what is behind or due soon', () => {
    const milestone = (goal: string, state: string, expectedOn: string) => ({
      goal,
      standing: { state, expectedOn, expectedBefore: [] },
    })
    const milestones = [
      milestone('M12', 'slipped', '2020-11-15'),
      milestone('M37', 'overdue', '2020-09-30'),
      milestone('M40', 'slipped', '2021-06-30'),
    ] as unknown as Dashboard['milestones']
    const late = target({ goal: 'T20', status: 'overdue' })
    const lines = attentionLines({ indicators: [...cast, late], milestones, on: '2020-10-29' })
    expect(lines.map((line) => (line.is === 'target' ? line.target.goal : line.milestone.goal))).toEqual([
      ...['T20', 'M37', 'T10', 'T02', 'T12', 'M12', 'T01', 'T04'],
    ])
  })
})
