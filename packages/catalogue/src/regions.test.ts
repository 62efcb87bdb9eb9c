import path from 'node:path'
import type { Region } from '@xushi/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCatalogue } from './catalogue-check.ts'
import { sourceFiles } from './source-file.ts'

const dataFolder = path.resolve(import.meta.dirname, '../../../data')

async function realRegions() {
  const files = (await sourceFiles(dataFolder)).filter(({ path: file }) => file.startsWith('regions/'))
  const reading = checkCatalogue(files)
  if (!reading.clean) throw new Error(JSON.stringify(reading.mistakes))
  return reading.catalogue
}

let regions: Awaited<ReturnType<typeof realRegions>>['regions']
let units: Awaited<ReturnType<typeof realRegions>>['units']
beforeAll(async () => {
  ;({ regions, units } = await realRegions())
})

const count = (list: readonly Region[], level: Region['level']) =>
  list.filter((region) => region.level === level).length

describe('data/regions', () => {
  it('has the 31 provincial divisions that report, 兵团, and three that are shown only', () => {
    const provinces = regions.filter(({ level }) => level === 'province')
    expect(provinces.filter(({ reporting }) => reporting)).toHaveLength(31)
    expect(provinces.filter(({ reporting }) => !reporting).map(({ shortName }) => shortName.zh)).toEqual([
      '台湾',
      '香港',
      '澳门',
    ])
    expect(regions.find(({ code }) => code === '660000')).toMatchObject({
      level: 'corps',
      parent: '650000',
      reporting: true,
    })
  })

  // 国家统计局 (National Bureau of Statistics), 中国统计年鉴 2021, table 1-1, end of 2020: 333 prefecture-level divisions, of
  // which 293 cities; the other 40 are 7 地区, 30 自治州 and 3 盟.
  it('has the 333 prefecture-level divisions in force in 2020', () => {
    const second = regions.filter(({ level }) => level === 'prefecture' || level === 'city-with-separate-plan')
    expect(second).toHaveLength(333)
    const ending = (suffix: string) => second.filter(({ name }) => name.zh.endsWith(suffix)).length
    expect({ 市: ending('市'), 地区: ending('地区'), 自治州: ending('自治州'), 盟: ending('盟') }).toEqual({
      市: 293,
      地区: 7,
      自治州: 30,
      盟: 3,
    })
    for (const { code, parent } of second) expect(parent).toBe(`${code.slice(0, 2)}0000`)
  })

  it('has the five 计划单列市 inside their provinces', () => {
    expect(count(regions, 'city-with-separate-plan')).toBe(5)
    expect(
      regions.filter(({ level }) => level === 'city-with-separate-plan').map(({ code, parent }) => `${code} ${parent}`),
    ).toEqual(['210200 210000', '330200 330000', '350200 350000', '370200 370000', '440300 440000'])
  })

  it.each([
    ['320000', '江苏', 'Jiangsu'],
    ['150000', '内蒙古', 'Inner Mongolia'],
    ['610000', '陕西', 'Shaanxi'],
    ['140000', '山西', 'Shanxi'],
    ['610100', '西安', "Xi'an"],
    ['341500', '六安', "Lu'an"],
    ['540300', '昌都', 'Qamdo'],
    ['222400', '延边', 'Yanbian'],
    ['652700', '博尔塔拉', 'Bortala'],
  ])('calls %s %s and %s', (code, zh, en) => {
    expect(regions.find((region) => region.code === code)?.shortName).toEqual({ zh, en })
  })

  it('has names in Chinese and in Latin letters', () => {
    for (const { name, shortName } of [...regions, ...units])
      for (const { zh, en } of [name, shortName]) {
        expect(zh).toMatch(/^\p{Script=Han}+$/u)
        expect(en).toMatch(/^[A-Z][A-Za-zü'.,\- ]+$/)
      }
  })
})

describe('data/regions/units.yaml', () => {
  const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind)

  it('has 32 industry authorities of which none lies in another, and 5 inside theirs', () => {
    const industry = ofKind('industry-authority')
    expect(industry.filter(({ parent }) => parent === null)).toHaveLength(32)
    const inside = industry.filter(({ parent }) => parent !== null)
    expect(inside.map(({ region }) => region)).toEqual(['210200', '330200', '350200', '370200', '440300'])
    expect(inside.map(({ id, parent }) => parent === `industry-${id.slice(9, 11)}0000`)).not.toContain(false)
  })

  it('has a communications administration in each of the 31', () => {
    const reporting = regions
      .filter(({ level, reporting }) => level === 'province' && reporting)
      .map(({ code }) => code)
    expect(ofKind('communications-administration').map(({ region }) => region)).toEqual(reporting)
  })

  it('reviews inside the units of 广东 only', () => {
    expect(units.filter(({ reviewsInside }) => reviewsInside).map(({ id }) => id)).toEqual([
      'industry-440000',
      'communications-440000',
    ])
  })
})
