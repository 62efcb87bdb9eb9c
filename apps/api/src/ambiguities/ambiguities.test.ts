import type { Ambiguities } from '@xushi/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const address = '/api/programmes/miit-2020-8/ambiguities'

describe.each(engines)('ambiguities, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  const shown = async (query: string): Promise<Ambiguities> =>
    (await whole.as('auditor').get(`${address}?${query}`)).body
  const one = async (number: number, query: string) => {
    const found = (await shown(query)).ambiguities.find((ambiguity) => ambiguity.number === number)
    if (found === undefined) throw new Error(`ambiguity ${number} is not there`)
    return found
  }

  it('are nineteen, each with the reading in force and who chose it', async () => {
    const { ambiguities } = await shown('on=2020-10-29')
    expect(ambiguities).toHaveLength(19)
    for (const { reading, decided } of ambiguities) {
      expect(reading.zh).not.toBe('')
      expect(decided).toMatchObject({ origin: 'catalogue', by: { zh: '序时默认读法' } })
    }
  })

  it('show a goal under each known reading, today and month by month', async () => {
    const { readings } = await one(1, 'on=2020-10-29')
    expect(readings.map(({ alternative, inForce }) => [alternative, inForce])).toEqual([
      [null, true],
      ['cumulative', false],
    ])
    const [increment, cumulative] = readings.map(({ goals }) => goals[0])
    expect(increment).toMatchObject({ goal: 'T07', target: { comparator: 'at-least', basis: 'increment' } })
    expect(increment?.attainment).toMatchObject({ known: true, value: 1.95, bound: 'about' })
    // Above 5.5 billion of 2 billion: a running total was there long before.
    expect(cumulative).toMatchObject({
      target: { comparator: 'more-than', value: 2_000_000_000, basis: 'level' },
      attainment: { known: true, value: 2.75, bound: 'above' },
      status: 'achieved',
    })
    expect(increment?.history.on).toEqual([
      '2020-03-31',
      '2020-04-30',
      '2020-05-31',
      '2020-06-30',
      '2020-07-31',
      '2020-08-31',
      '2020-09-30',
    ])
    expect(increment?.history.status.slice(-2)).toEqual(['achieved', 'achieved'])
  })

  it('move figures once another reading is decided, by two people, from its day on', async () => {
    const cumulative = (await one(1, '')).readings[1]
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'reading',
      programme: 'miit-2020-8',
      ambiguity: 1,
      reason: '与行动计划一致',
      documentNumber: '工信管函〔2020〕9号',
      effectiveOn: '2020-09-15',
      value: cumulative?.reading,
    })
    expect(proposed).toMatchObject({ status: 201 })
    const row = async (on: string) => {
      const { body } = await whole.as('auditor').get(`/api/programmes/miit-2020-8/dashboard?on=${on}`)
      return body.indicators.find(({ goal }: { goal: string }) => goal === 'T07')
    }
    const before = (await whole.as('auditor').get('/api/audit-events')).body.head.seq
    expect((await row('2020-10-29')).target).toMatchObject({ basis: 'increment' })
    const { id, version } = proposed.body
    await whole.as('approver').approve(`/api/decisions/${id}`, version)

    expect((await row('2020-10-29')).target).toMatchObject({ comparator: 'more-than', basis: 'level' })
    expect((await row('2020-09-14')).target).toMatchObject({ comparator: 'at-least', basis: 'increment' })
    const decided = await one(1, 'on=2020-10-29')
    expect(decided.decided).toMatchObject({ origin: 'page', on: '2020-09-15', reason: '与行动计划一致' })
    expect(decided.readings.map(({ inForce }) => inForce)).toEqual([false, true])
    // The first reading stays to be looked at beside it, and what was known before stays known.
    expect(decided.readings[0]?.goals[0]?.target).toMatchObject({ basis: 'increment' })
    expect((await one(1, `on=2020-10-29&knownAt=${before}`)).readings.map(({ inForce }) => inForce)).toEqual([
      true,
      false,
    ])
  })

  it('give way to a later decision about the goal itself', async () => {
    const proposed = await whole.as('programme-manager').post('/api/decisions', {
      part: 'target',
      indicator: 'identifier-registrations',
      reason: '调高',
      effectiveOn: '2020-10-01',
      value: { comparator: 'at-least', value: 3_000_000_000, basis: 'increment' },
    })
    expect(proposed, JSON.stringify(proposed.body)).toMatchObject({ status: 201 })
    const { id, version } = proposed.body
    await whole.as('approver').approve(`/api/decisions/${id}`, version)
    const { body } = await whole.as('auditor').get('/api/programmes/miit-2020-8/dashboard?on=2020-10-29')
    const row = body.indicators.find(({ goal }: { goal: string }) => goal === 'T07')
    expect(row.target).toMatchObject({ comparator: 'at-least', value: 3_000_000_000, basis: 'increment' })
  })
})
