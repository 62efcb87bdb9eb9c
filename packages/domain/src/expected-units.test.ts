import { describe, expect, it } from 'vitest'
import type { Region, ReportingUnit, UnitKind } from './definition.ts'
import { expectedRegions, expectedUnits } from './expected-units.ts'

const name = { zh: '名称', en: 'name' }

function region(code: string, parts: Partial<Region> = {}): Region {
  return {
    code,
    name,
    shortName: name,
    level: 'province',
    parent: '000000',
    reporting: true,
    validFrom: null,
    validTo: null,
    ...parts,
  }
}

function unit(id: string, kind: UnitKind, code: string, parent: string | null = null): ReportingUnit {
  return { id, name, shortName: name, kind, region: code, parent, reviewsInside: false }
}

const regions = [
  region('000000', { level: 'nation', parent: null, reporting: false }),
  region('210000'),
  region('210200', { level: 'city-with-separate-plan', parent: '210000' }),
  region('320000'),
  region('320100', { level: 'prefecture', parent: '320000' }),
  region('320200', { level: 'prefecture', parent: '320000', validTo: '2020-09-30' }),
  region('660000', { level: 'corps', validFrom: '2020-07-01' }),
  region('710000', { reporting: false }),
  region('990000', { validTo: '2020-09-30' }),
]

const units = [
  unit('industry-liaoning', 'industry-authority', '210000'),
  unit('industry-dalian', 'industry-authority', '210200', 'industry-liaoning'),
  unit('industry-jiangsu', 'industry-authority', '320000'),
  unit('industry-corps', 'industry-authority', '660000'),
  unit('industry-taiwan', 'industry-authority', '710000'),
  unit('industry-former', 'industry-authority', '990000'),
  unit('industry-nowhere', 'industry-authority', '880000'),
  unit('communications-jiangsu', 'communications-administration', '320000'),
  unit('node-caict', 'node-operator', '000000'),
]

const expected = (assigned: readonly string[], on: string, nation: readonly string[] = []) => {
  const ids = (level: 'region' | 'nation') =>
    expectedUnits({ reportedBy: { region: assigned, nation } }, level, units, regions, on).map(({ id }) => id)
  return { region: ids('region'), nation: ids('nation') }
}

describe('expectedUnits', () => {
  it('are those of the assigned kind whose region reports and is in force', () => {
    expect(expected(['industry-authority'], '2020-10-29').region).toEqual([
      'industry-liaoning',
      'industry-jiangsu',
      'industry-corps',
    ])
  })

  it('follow the regions in force, on their first and last day too', () => {
    const on = (day: string) => expected(['industry-authority'], day).region
    expect(on('2020-06-30')).not.toContain('industry-corps')
    expect(on('2020-07-01')).toContain('industry-corps')
    expect(on('2020-09-30')).toContain('industry-former')
    expect(on('2020-10-01')).not.toContain('industry-former')
  })

  it('do not expect of which twice, unless it is assigned by name', () => {
    expect(expected(['industry-authority'], '2020-10-29').region).not.toContain('industry-dalian')
    expect(expected(['industry-authority', 'industry-dalian'], '2020-10-29').region).toContain('industry-dalian')
    expect(expected(['industry-dalian'], '2020-10-29').region).toEqual(['industry-dalian'])
  })

  it('keep the kinds of one province apart', () => {
    expect(expected(['communications-administration'], '2020-10-29').region).toEqual(['communications-jiangsu'])
  })

  it('name who records for the nation, though the nation itself does not report', () => {
    expect(expected([], '2020-10-29', ['node-caict'])).toEqual({ region: [], nation: ['node-caict'] })
  })

  it('are nobody where nobody is assigned', () => {
    expect(expected([], '2020-10-29')).toEqual({ region: [], nation: [] })
  })
})

describe('expectedRegions', () => {
  const reportedBy = { region: ['industry-authority'], nation: [] }
  const codes = (reportingLevel: 'province' | 'prefecture', on: string) =>
    expectedRegions({ reportedBy, reportingLevel }, units, regions, on).map(({ code }) => code)

  it('are the regions of the expected units', () => {
    expect(codes('province', '2020-10-29')).toEqual(['210000', '320000', '660000'])
  })

  it('are the prefectures below them, cities with a separate plan among them, where prefectures are asked', () => {
    expect(codes('prefecture', '2020-09-30')).toEqual(['210200', '320100', '320200'])
    expect(codes('prefecture', '2020-10-29')).toEqual(['210200', '320100'])
  })
})
