import type { Baseline, IndicatorDefinition, Stage, Target } from './definition.ts'
import type { Evidence } from './evidence.ts'
import type { Figure } from './figure.ts'
import type { LocalDate } from './local-date.ts'
import type { NationalFigure } from './source-of-record.ts'

const text = (en: string) => ({ zh: en, en })

/** A counted national goal without a number; every test says what it needs beyond that. */
export function indicator(goal: string, parts: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    id: goal.toLowerCase(),
    goal,
    role: 'target',
    measure: 'm1',
    name: text(goal),
    clause: { question: 1, quote: goal },
    kind: 'counted',
    unit: text('pieces'),
    decimals: 0,
    direction: 'rising',
    typed: null,
    aggregation: { time: 'last', regions: 'sum' },
    reportingLevel: 'province',
    sourceOfRecord: 'national',
    opening: null,
    target: null,
    promise: null,
    baseline: null,
    due: null,
    modality: 'must',
    plan: { is: 'straight' },
    responsible: text('nobody'),
    reportedBy: { region: [], nation: [] },
    groups: [],
    calendar: { region: null, nation: null, deadlineDay: null },
    rules: [],
    chosenFrom: [],
    ambiguities: [],
    notes: null,
    ...parts,
  }
}

export function baseline(value: number, on: LocalDate, bound?: Baseline['bound']): Baseline {
  const exact = { value, on, precision: 'day', source: text('question 2') } as const
  return bound === undefined ? exact : { ...exact, bound }
}

export function target(comparator: Target['comparator'], basis: Target['basis'] = 'level', perRegion = false): Target {
  return { comparator, basis, perRegion, assumed: false }
}

/** The day the notice was published: plans start here, unless the baseline is newer. */
export const noticeOn = '2020-03-20'
const endOf2020 = { on: '2020-12-31', stated: true } as const
const fromZero = baseline(0, noticeOn)

/** T06: 20 new secondary nodes on top of 47. */
export const secondaryNodes = indicator('T06', {
  target: target({ is: 'at-least', value: 20 }, 'increment'),
  baseline: baseline(47, noticeOn),
  due: endOf2020,
})

/** T07: 2 billion new registrations; the regions type flows, the nation a running total. */
export const registrations = indicator('T07', {
  kind: 'measured',
  typed: { region: 'period', nation: 'sinceStart' },
  aggregation: { time: 'sum', regions: 'sum' },
  target: target({ is: 'at-least', value: 2_000_000_000 }, 'increment'),
  baseline: baseline(1_600_000_000, '2019-12-25', 'above'),
  due: endOf2020,
})

const stage = (id: string, dueOn: LocalDate): Stage => ({ id, name: text(id), dueOn })

/** T03, T04, T05: 十百千, counted from registers. Ten is chosen out of the other two. */
export const benchmarkNetworks = indicator('T03', {
  sourceOfRecord: 'register',
  target: target({ is: 'equal', value: 10 }),
  baseline: fromZero,
  due: endOf2020,
  plan: {
    is: 'stages',
    stages: [
      stage('application', '2020-08-31'),
      stage('screening', '2020-09-30'),
      stage('assessment', '2020-10-25'),
      stage('announcement', '2020-12-10'),
      stage('publication', '2020-12-31'),
    ],
  },
  chosenFrom: ['t04', 't05'],
})
export const leadingCases = indicator('T04', {
  sourceOfRecord: 'register',
  target: target({ is: 'more-than', value: 100 }),
  baseline: fromZero,
  due: endOf2020,
})
export const localCases = indicator('T05', {
  sourceOfRecord: 'register',
  target: target({ is: 'more-than', value: 1000 }),
  baseline: fromZero,
  due: endOf2020,
})

/** T08: about 10 platforms, selected anew; 8 to 12 is our reading. */
export const crossIndustryPlatforms = indicator('T08', {
  target: target({ is: 'about', value: 10, from: 8, to: 12 }),
  baseline: fromZero,
  due: { ...endOf2020, stated: false },
  plan: {
    is: 'stages',
    round: '2020',
    stages: [stage('application', '2020-10-19'), stage('publication', '2020-12-31')],
  },
})

/** T10: at least 150 platforms under monitoring, 135 of them there already. */
export const monitoredPlatforms = indicator('T10', {
  kind: 'measured',
  typed: { region: 'atEnd', nation: 'atEnd' },
  target: target({ is: 'at-least', value: 150 }),
  baseline: baseline(135, noticeOn),
  due: endOf2020,
})

/** T16: 1 to 3 enterprises in each region, encouraged, without a due date. */
export const pairedEnterprises = indicator('T16', {
  sourceOfRecord: 'register',
  aggregation: { time: 'last', regions: 'coverage' },
  target: target({ is: 'range', value: 1, from: 1, to: 3 }, 'level', true),
  modality: 'encourage',
})

/** A figure that somebody published about the nation. */
export function published(on: LocalDate, value: number, parts: Partial<NationalFigure> = {}): NationalFigure {
  return { id: `published-${on}`, on, precision: 'day', value, confidence: 'secondary', ...parts }
}

export const publishedNodes = [
  published('2019-11-01', 25),
  published('2020-03-20', 47, { confidence: 'primary', precision: 'about' }),
  published('2020-10-29', 75, { confidence: 'primary' }),
  published('2021-10-20', 156),
  published('2024-12-23', 380, { bound: 'above' }),
  published('2025-08-27', 383),
]

export const publishedRegistrations = [
  published('2019-10-21', 100_000_000, { bound: 'above' }),
  published('2019-12-25', 1_600_000_000, { bound: 'above' }),
  published('2020-08-29', 5_500_000_000, { bound: 'above' }),
  published('2020-12-31', 10_000_000_000, { bound: 'above', precision: 'month' }),
  published('2021-05-31', 20_000_000_000, { bound: 'above', precision: 'month' }),
  published('2021-10-20', 40_000_000_000, { bound: 'above' }),
  published('2023-07-31', 330_000_000_000, { bound: 'above', precision: 'month', confidence: 'weak' }),
]

export const publishedPlatforms = [
  published('2019-12-31', 10, { confidence: 'primary', round: '2019' }),
  published('2021-01-27', 15, { round: '2020' }),
  published('2022-07-19', 28, { round: '2022' }),
]

/** Nothing reported and the default thresholds; 32 units are expected. */
export function evidence(on: LocalDate, parts: Partial<Evidence> = {}): Evidence {
  return {
    on,
    programmeOn: noticeOn,
    thresholds: { onSchedule: 1, slightlyBehind: 0.8 },
    national: [],
    regional: null,
    register: null,
    expected: 32,
    ...parts,
  }
}

/** A register that says the same of every date. */
export function counted(figure: Figure, units: number, expected = 32): NonNullable<Evidence['register']> {
  return () => ({ figure, reported: { units, expected } })
}
