import path from 'node:path'
import type { Catalogue } from '@xushi/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCatalogue } from './read-catalogue.ts'

const dataFolder = path.resolve(import.meta.dirname, '../../../data')

let catalogue: Catalogue
let notes: readonly unknown[]
beforeAll(async () => {
  const reading = await readCatalogue(dataFolder)
  if (!reading.clean) throw new Error(JSON.stringify(reading.mistakes, null, 2))
  ;({ catalogue, notes } = reading)
})

const ofGoal = (goal: string) => catalogue.indicators.find((indicator) => indicator.goal === goal)

describe('data/', () => {
  it('has nothing left to record', () => {
    expect(notes).toEqual([])
  })

  it('knows the holidays that move a deadline: the Spring Festival of 2021', () => {
    const year = catalogue.years.find(({ year }) => year === 2021)
    expect(year?.holidays).toContain('2021-02-15')
    expect(year?.workdays).toContain('2021-02-20')
  })

  it('gives the same digest every time it is read', async () => {
    const again = await readCatalogue(dataFolder)
    expect(again.clean && again.catalogue.digest).toBe(catalogue.digest)
    expect(catalogue.digest).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('data/programmes/miit-2020-8', () => {
  it('has 6 aspects, 20 measures and 19 ambiguities', () => {
    const programme = catalogue.programmes.find(({ id }) => id === 'miit-2020-8')
    const { aspects = [], measures = [], ambiguities = [] } = programme ?? {}
    expect([aspects.length, measures.length, ambiguities.length]).toEqual([6, 20, 19])
    expect(measures.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('has every target, milestone and context row in order', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
    const goals = catalogue.indicators.filter(({ programme }) => programme === 'miit-2020-8').map(({ goal }) => goal)
    expect(goals.toSorted()).toEqual([...numbered('B', 31), ...numbered('M', 39), ...numbered('T', 20)])
  })

  it('has the slugs that addresses are made of', () => {
    const targets = catalogue.indicators.filter(({ role }) => role === 'target')
    expect(targets.toSorted((a, b) => (a.goal < b.goal ? -1 : 1)).map(({ id }) => id)).toEqual([
      'external-network-prefectures',
      'external-network-cases',
      'benchmark-networks',
      'leading-enterprise-cases',
      'local-enterprise-cases',
      'secondary-nodes',
      'identifier-registrations',
      'cross-industry-platforms',
      'key-platforms',
      'monitored-platforms',
      'monitored-enterprises',
      'provincial-security-platforms',
      'service-platforms-512',
      'key-industries-512',
      'scenarios-512',
      'paired-enterprises',
      'pilot-projects',
      'pilot-replication',
      'identifier-application-modes',
      'active-identifiers',
    ])
  })

  // Source: the answers to questions 6, 13 and 20 on 工信厅信管〔2020〕8号; the baseline of T07 is published elsewhere.
  it.each([
    { goal: 'T06', comparator: { is: 'at-least', value: 20 }, basis: 'increment', from: 47, on: '2020-03-20' },
    {
      goal: 'T07',
      comparator: { is: 'at-least', value: 2_000_000_000 },
      basis: 'increment',
      from: 1_600_000_000,
      on: '2019-12-25',
    },
    { goal: 'T10', comparator: { is: 'at-least', value: 150 }, basis: 'level', from: 135, on: '2020-03-20' },
    { goal: 'T11', comparator: { is: 'at-least', value: 100_000 }, basis: 'level', from: 90_000, on: '2020-03-20' },
  ])('promises of $goal what the notice says', ({ goal, comparator, basis, from, on }) => {
    expect(ofGoal(goal)).toMatchObject({ target: { comparator, basis }, baseline: { value: from, on } })
  })

  it('promises 1 to 3 enterprises in each region, and no day', () => {
    expect(ofGoal('T16')).toMatchObject({
      target: { comparator: { is: 'range', from: 1, to: 3 }, perRegion: true },
      due: null,
      modality: 'encourage',
    })
  })

  it('has no input where things are counted, and no target where there is only context', () => {
    for (const { goal, kind, role, typed, target } of catalogue.indicators) {
      if (kind === 'counted') expect([goal, typed]).toEqual([goal, null])
      if (role === 'context') expect([goal, target]).toEqual([goal, null])
    }
  })

  it('quotes every goal in words of the document: one line, no straight quotes, no space at the ends', () => {
    for (const { goal, clause } of catalogue.indicators) {
      expect(`${goal} ${clause.quote}`).toMatch(/^[TMB]\d\d \S(.*\S)?$/)
      expect(clause.quote).not.toMatch(/["\n\t]/)
      expect(clause.quote).toMatch(/\p{Script=Han}/u)
      expect(clause.question).toBeLessThanOrEqual(27)
      expect(clause.sentence ?? clause.quote).toContain(clause.quote)
      if (!goal.startsWith('B')) expect(`${goal} ${clause.english}`).toMatch(/^[TM]\d\d [^\p{Script=Han}]+$/u)
    }
  })

  it('has the 46 published figures, in smallest units', () => {
    const figures = catalogue.publishedFigures.filter(({ programme }) => programme === 'miit-2020-8')
    expect(figures).toHaveLength(46)
    const registered = figures.filter(({ goal, on }) => goal === 'T07' && on === '2020-08-29')
    expect(registered).toMatchObject([{ region: '000000', value: 5_500_000_000, bound: 'above' }])
    const nodes = figures.filter(({ goal, on }) => goal === 'T06' && on === '2020-10-29')
    expect(nodes).toMatchObject([{ region: '000000', value: 75, confidence: 'primary' }])
  })
})
