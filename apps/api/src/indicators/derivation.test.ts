import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Derivation } from '@xushi/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const methods = path.resolve(import.meta.dirname, '../../../../docs/methods')

describe.each(engines)('a derivation, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const url = '/api/indicators/identifier-registrations/progress-entries'
    const { id } = (await whole.as('regional-recorder').post(url, { region: '320000', period: '2020-09', value: 7 }))
      .body
    await whole.as('regional-recorder').post(`/api/progress-entries/${id}/submission`, { version: 1 })
    await whole.as('approver').approve(`/api/progress-entries/${id}`, 2)
  })
  afterAll(() => whole.close())

  const derivationOf = async (indicator: string, on: string, who?: 'auditor'): Promise<Derivation> => {
    const asker = who === undefined ? whole.nobody : whole.as(who)
    return (await asker.get(`/api/indicators/${indicator}/derivation?on=${on}`)).body
  }

  it('names the published figure that counts, and why each other one does not', async () => {
    const { counted, published } = await derivationOf('secondary-nodes', '2020-10-29')
    expect(counted).toEqual(['t06-2020-10-29'])
    const standings = published.map(({ figure, counts, why }) => [figure.id, counts, why])
    expect(standings).toContainEqual(['t06-2020-10-29', true, null])
    expect(standings).toContainEqual(['t06-2021-10-20', false, 'after-on'])
    expect(standings).toContainEqual(['t06-2020-03-20', false, 'before-baseline'])
  })

  it('says how the regions add up and how many reported; nothing of it to somebody without an account', async () => {
    const { sum } = await derivationOf('identifier-registrations', '2020-10-29', 'auditor')
    expect(sum).toEqual({ time: 'sum', regions: 'sum', period: '2020-09', units: 1, expected: 31 })
    expect((await derivationOf('identifier-registrations', '2020-10-29')).sum).toBeNull()
    expect((await derivationOf('secondary-nodes', '2020-10-29', 'auditor')).sum).toBeNull()
  })

  it('prints the thresholds with author and reason, and a page for each method it names', async () => {
    const { thresholds, steps } = await derivationOf('secondary-nodes', '2020-10-29')
    expect(thresholds).toMatchObject({ onSchedule: 1, slightlyBehind: 0.8 })
    expect(thresholds.reason.zh).not.toBe('')
    for (const { method } of steps) expect(existsSync(path.join(methods, `${method}.md`)), method).toBe(true)
  })
})
