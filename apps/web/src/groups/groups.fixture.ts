import type { GroupMember } from '@xushi/contract'
import type { Group } from './group-model.ts'

type Target = NonNullable<GroupMember['target']>
type Parts = Partial<Omit<GroupMember, 'target'>> & { readonly target?: Pick<Target, 'comparator' | 'value'> | null }

const unknown = { known: false, why: 'not-reported' } as const

/** A member of a group with what a test speaks of; everything else is unknown. */
export function memberOf(goal: string, { target = null, ...parts }: Parts): GroupMember {
  return {
    id: goal.toLowerCase(),
    goal,
    role: 'target',
    measure: 'm1',
    name: { zh: goal, en: goal },
    clause: { question: 5, quote: '' },
    kind: 'counted',
    unit: { zh: '个', en: 'cases' },
    decimals: 0,
    coverageUnit: null,
    direction: 'rising',
    modality: 'must',
    due: null,
    target: target === null ? null : { ...target, basis: 'level', perRegion: false, assumed: false },
    promise: null,
    baseline: unknown,
    sourceOfRecord: 'register',
    groups: [],
    ambiguities: [],
    actual: unknown,
    gain: unknown,
    attainment: unknown,
    achievement: unknown,
    plan: unknown,
    stages: null,
    scheduleIndex: unknown,
    percentagePoints: unknown,
    earnedDays: unknown,
    forecast: { known: false, why: 'too-few-points', points: 0 },
    status: 'no-data',
    statusReason: null,
    timing: null,
    marks: [],
    later: null,
    beside: [],
    reported: { units: 0, expected: 0 },
    spark: { on: [], value: [], joined: false },
    demo: false,
    responsible: { zh: '', en: '' },
    chosenFrom: [],
    choices: [],
    ...parts,
  }
}

export const groupOf = (members: readonly GroupMember[]): Group => ({
  id: 'ten-hundred-thousand',
  name: { zh: '十百千', en: 'Ten, hundred, thousand' },
  rule: { zh: '', en: '' },
  members: [...members],
})
