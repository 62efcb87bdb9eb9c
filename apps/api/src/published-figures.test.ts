import type { Dashboard } from '@xushi/contract'
import { type RunningProduct, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The published figures alone, as anybody sees them without an account: the real rows of the five worked cases. */
let product: RunningProduct

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.remove())

async function onDate(on: string, goal: string) {
  const response = await fetch(`${product.address}/api/programmes/miit-2020-8/dashboard?on=${on}`)
  expect(response.status).toBe(200)
  const { indicators } = (await response.json()) as Dashboard
  const row = indicators.find((indicator) => indicator.goal === goal)
  if (row === undefined) throw new Error(`no row for ${goal}`)
  return row
}

const amountOf = (figure: { readonly known: boolean; readonly value?: number }) => figure.value ?? Number.NaN

describe('secondary nodes, +20 on 47', () => {
  it('are unreported on 2020-06-30, with a plan of 54.1', async () => {
    const row = await onDate('2020-06-30', 'T06')
    expect(row).toMatchObject({
      id: 'secondary-nodes',
      status: 'no-data',
      attainment: { known: false },
      achievement: { known: false },
    })
    expect(amountOf(row.plan)).toBeCloseTo(54.13, 2)
    expect(row.plan).toMatchObject({ elapsedDays: 102, totalDays: 286 })
  })

  it('are achieved on 2020-10-29: 75, 140 %, 62.0 points ahead', async () => {
    const row = await onDate('2020-10-29', 'T06')
    expect(row).toMatchObject({
      actual: { known: true, value: 75, on: '2020-10-29' },
      gain: { known: true, value: 28 },
      attainment: { known: true, value: 1.4 },
      achievement: { known: true, value: 1.4 },
      status: 'achieved',
      timing: { is: 'not-later-than', on: '2020-10-29' },
    })
    expect(amountOf(row.plan)).toBeCloseTo(62.6, 1)
    expect(amountOf(row.scheduleIndex)).toBeCloseTo(1.8, 2)
    expect(amountOf(row.percentagePoints)).toBeCloseTo(62.0, 1)
  })

  it('were achieved on time, whatever came later', async () => {
    expect(await onDate('2020-12-31', 'T06')).toMatchObject({
      actual: { value: 75, on: '2020-10-29' },
      timing: { is: 'on-time' },
    })
    expect(await onDate('2021-10-20', 'T06')).toMatchObject({
      actual: { value: 75 },
      attainment: { value: 1.4 },
      timing: { is: 'on-time' },
      later: { known: true, value: 156, on: '2021-10-20' },
    })
  })

  it('cannot be judged by a figure from before the baseline', async () => {
    expect(await onDate('2019-11-01', 'T06')).toMatchObject({
      attainment: { known: false, why: 'before-baseline' },
      status: 'no-data',
    })
  })
})

describe('identifier registrations, +2 billion', () => {
  it('are unreported on 2020-06-30', async () => {
    const row = await onDate('2020-06-30', 'T07')
    expect(row).toMatchObject({ status: 'no-data', attainment: { known: false } })
    expect(amountOf(row.plan) / 1e8).toBeCloseTo(23.13, 2)
  })

  it.each(['2020-08-29', '2020-10-29'])('are above 5.5 billion and about 195 %% on %s', async (on) => {
    const row = await onDate(on, 'T07')
    expect(row).toMatchObject({
      actual: { known: true, value: 5_500_000_000, bound: 'above', on: '2020-08-29' },
      gain: { known: true, value: 3_900_000_000, bound: 'about' },
      attainment: { known: true, value: 1.95, bound: 'about' },
      status: 'achieved',
    })
  })

  it('are judged on the due date and followed later', async () => {
    expect(await onDate('2020-12-31', 'T07')).toMatchObject({
      actual: { value: 10_000_000_000, bound: 'above' },
      attainment: { value: 4.2, bound: 'about' },
      timing: { is: 'on-time' },
    })
    expect(await onDate('2021-10-20', 'T07')).toMatchObject({
      attainment: { value: 4.2, bound: 'about' },
      later: { value: 40_000_000_000, bound: 'above' },
    })
  })
})

describe('cases that nobody published', () => {
  it.each(['T03', 'T04', 'T05'])('of %s are unreported before and after the due date', async (goal) => {
    const before = await onDate('2020-10-29', goal)
    expect(before.attainment).toMatchObject({ known: false })
    const after = await onDate('2021-01-01', goal)
    expect(after.attainment).toMatchObject({ known: false })
    expect(after.actual).toMatchObject({ known: false })
  })

  it.each(['T04', 'T05'])('of %s are overdue without data from 2021-01-01', async (goal) => {
    expect(await onDate('2020-12-31', goal)).toMatchObject({ status: 'no-data' })
    expect((await onDate('2021-01-01', goal)).marks).toContain('due-unreported')
  })
})

describe('the re-selection of about ten platforms', () => {
  it.each([
    ['2020-06-30', 'not-started'],
    ['2020-10-29', 'on-schedule'],
    ['2020-12-31', 'behind'],
    ['2021-01-01', 'overdue'],
  ])('on %s is %s, and the ten of 2019 stand beside', async (on, status) => {
    const row = await onDate(on, 'T08')
    expect(row).toMatchObject({ status, attainment: { known: false, why: 'selection-open' } })
    expect(row.beside).toContainEqual(
      expect.objectContaining({ source: 'earlier-round', figure: { known: true, value: 10 } }),
    )
  })

  it('is late by 27 days and outside the band from 2021-01-27', async () => {
    const row = await onDate('2021-01-27', 'T08')
    expect(row).toMatchObject({
      actual: { known: true, value: 15 },
      attainment: { known: true, value: 1.5 },
      status: 'achieved',
      timing: { is: 'late', days: 27 },
    })
    expect(row.marks).toContain('over-quota')
  })
})

describe('enterprises per region', () => {
  it.each(['2020-06-30', '2020-12-31', '2021-06-30'])('are never judged for the nation: %s', async (on) => {
    const row = await onDate(on, 'T16')
    expect(row).toMatchObject({ status: 'not-judged', actual: { known: false } })
    expect(row.reported.expected).toBe(32)
  })
})
