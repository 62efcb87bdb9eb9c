import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('a period that is not of the calendar, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine, now: '2022-07-20T02:00:00.000Z' })
  })
  afterAll(() => whole.close())

  const record = (indicator: string, period: string) =>
    whole
      .as('regional-recorder')
      .post(`/api/indicators/${indicator}/progress-entries`, { region: '320000', period, value: 3 })

  it.each([
    ['a quarter of a monthly goal', 'monitored-enterprises', '2021-Q2', '按月填报', '2021-04、2021-05、2021-06'],
    ['a half-year of a monthly goal', 'monitored-enterprises', '2021-H2', '按月填报', '2021-07、'],
    ['a month of a quarterly goal', 'monitored-platforms', '2022-05', '按季度填报', '2022-Q2'],
    ['two months where none are merged', 'monitored-enterprises', '2021-01..2021-02', '按月填报', '2021-01、2021-02'],
  ])('is refused as %s, with the right ones named', async (_, indicator, period, every, right) => {
    const { status, body } = await record(indicator, period)
    expect({ status, type: body.type }).toEqual({ status: 422, type: 'urn:xushi:problem:period-not-of-calendar' })
    expect(body.errors).toMatchObject([{ pointer: '/period' }])
    for (const said of [every, period, right]) expect(body.detail).toContain(said)
  })

  it('leaves the right ones free', async () => {
    expect((await record('monitored-enterprises', '2021-Q2')).status).toBe(422)
    expect((await record('monitored-enterprises', '2021-05')).status).toBe(201)
    expect((await record('monitored-platforms', '2022-Q2')).status).toBe(201)
  })

  it('says the same of a cell that is opened', async () => {
    const cell = '/api/indicators/monitored-enterprises/cell?region=320000&period=2021-Q2'
    const { status, body } = await whole.as('regional-recorder').get(cell)
    expect({ status, type: body.type }).toEqual({ status: 422, type: 'urn:xushi:problem:period-not-of-calendar' })
  })
})
