import { type Static, Type } from 'typebox'
import { entryStateNames } from './entry-state-names.ts'
import type { Case, Register } from './registers.ts'
import { RegionCode, Slug, type Text } from './shapes.ts'

type Words = Static<typeof Text>

/** What a reader narrows and orders a list of cases by: the same words in the address of the page and of its download. */
export const caseListing = {
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Any part of a name or of a field' })),
  region: Type.Optional(RegionCode),
  industry: Type.Optional(Slug),
  stage: Type.Optional(Slug),
  state: Type.Optional(Slug),
  inForce: Type.Optional(Type.String({ pattern: '^1$', description: 'Only what counts on the date' })),
  sort: Type.Optional(Type.String({ maxLength: 80, description: 'A column and its direction: name.up, updated.down' })),
  columns: Type.Optional(Type.String({ maxLength: 2000, description: 'The columns that are hidden, with commas' })),
}
export type CaseListing = { readonly [Key in keyof typeof caseListing]?: string | undefined }

/** A cell of the list: a text, a whole number, a date or an instant; null where nothing is said. */
export type CaseValue =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'whole'; readonly value: number }
  | { readonly is: 'date'; readonly on: string }
  | { readonly is: 'moment'; readonly at: string }
  | null

export type CaseColumn = {
  readonly id: string
  readonly name: string
  readonly value: (one: Case) => CaseValue
}

const columnNames = {
  name: { zh: '名称', en: 'Name' },
  region: { zh: '地区', en: 'Region' },
  round: { zh: '轮次', en: 'Round' },
  stage: { zh: '环节', en: 'Stage' },
  state: { zh: '状态', en: 'State' },
  validFrom: { zh: '计入自', en: 'Counts from' },
  validTo: { zh: '退出于', en: 'Left on' },
  recorder: { zh: '登记人', en: 'Recorded by' },
  approver: { zh: '审定人', en: 'Approved by' },
  updated: { zh: '更新于', en: 'Updated' },
} as const satisfies Readonly<Record<string, Words>>

const text = (value: string | null | undefined): CaseValue =>
  value == null || value === '' ? null : { is: 'text', text: value }
const date = (on: string | null): CaseValue => (on === null ? null : { is: 'date', on })

/**
 * The columns of a register: the name, its own fields, and where each case stands.
 *
 * @param regions short names of regions by their code
 */
export function caseColumns(
  register: Register,
  regions: ReadonlyMap<string, Words>,
  language: keyof Words,
): readonly CaseColumn[] {
  const named = (id: keyof typeof columnNames, value: CaseColumn['value']): CaseColumn => ({
    id,
    name: columnNames[id][language],
    value,
  })
  const stages = new Map(register.stages.map(({ id, name }) => [id, name[language]]))
  return [
    named('name', ({ title }) => text(title)),
    ...register.fields.slice(1).map((field) => fieldColumn(field, language)),
    named('region', ({ region }) => text(regions.get(region)?.[language] ?? region)),
    ...(register.round == null ? [] : [named('round', ({ round }) => text(round))]),
    named('stage', ({ stage }) => text(stage === null ? null : (stages.get(stage) ?? stage))),
    named('state', (one) => text(stateName(one, language))),
    named('validFrom', ({ validFrom }) => date(validFrom)),
    named('validTo', ({ validTo }) => date(validTo)),
    named('recorder', ({ recorder }) => text(recorder.name)),
    named('approver', ({ approver }) => text(approver?.name)),
    named('updated', ({ updatedAt }) => ({ is: 'moment', at: updatedAt })),
  ]
}

const correctionNames = {
  zh: (state: string, of: string) => `${state}，更正${of}`,
  en: (state: string, of: string) => `${state}, correction ${of.toLowerCase()}`,
} as const

export const correctionAskedName = { zh: '待更正', en: 'correction asked for' } as const

/** Where a case stands; with what is open beside what counts, or whether a correction is asked for. */
export function stateName(
  { state, underway, correctionAsked }: Pick<Case, 'state' | 'underway' | 'correctionAsked'>,
  language: keyof Words,
): string {
  const name = entryStateNames[state][language]
  if (underway !== null) return correctionNames[language](name, entryStateNames[underway][language])
  return correctionAsked === null ? name : [name, correctionAskedName[language]].join(language === 'zh' ? '，' : ', ')
}

function fieldColumn({ id, name, kind, choices }: Register['fields'][number], language: keyof Words): CaseColumn {
  const chosen = new Map(choices.map((choice) => [choice.id, choice.name[language]]))
  const value = (one: Case): CaseValue => {
    const said = one.fields[id]
    if (typeof said === 'number') return { is: 'whole', value: said }
    if (said === undefined || kind !== 'date') return text(said === undefined ? null : (chosen.get(said) ?? said))
    return date(said)
  }
  return { id: `field-${id}`, name: name[language], value }
}

/** The columns that a listing leaves in sight. The first, the name, is never hidden. */
export function shownColumns(columns: readonly CaseColumn[], { columns: hidden = '' }: CaseListing) {
  const left = new Set(hidden.split(','))
  return columns.filter(({ id }, index) => index === 0 || !left.has(id))
}

/** Cases that fit a listing, in its order: any part of a name, or of anything written in a field, whatever its width and case. */
export function listedCases(
  cases: readonly Case[],
  listing: CaseListing,
  columns: readonly CaseColumn[],
): readonly Case[] {
  const wanted = plain(listing.q ?? '')
  const fitting = cases.filter(
    (one) =>
      (listing.region === undefined || isWithin(one.region, listing.region)) &&
      (listing.industry === undefined || one.fields[industryField] === listing.industry) &&
      (listing.stage === undefined || one.stage === listing.stage) &&
      (listing.state === undefined || one.state === listing.state || one.underway === listing.state) &&
      (listing.inForce === undefined || one.inForce) &&
      (wanted === '' || haystack(one).includes(wanted)),
  )
  const [id = '', direction = ''] = (listing.sort ?? 'updated.down').split('.')
  const column = columns.find((one) => one.id === id)
  if (column === undefined) return fitting
  const sign = direction === 'up' ? 1 : -1
  const keyed = fitting.map((one) => ({ one, key: sortKey(column.value(one)) }))
  return keyed.sort((a, b) => sign * compared(a.key, b.key)).map(({ one }) => one)
}

/** Whether a region is another one, or a prefecture of that province: the code of a province begins those of its prefectures. */
const isWithin = (region: string, wanted: string) =>
  region === wanted || (wanted.endsWith('0000') && wanted !== '000000' && region.slice(0, 2) === wanted.slice(0, 2))

const collator = new Intl.Collator('zh-CN', { numeric: true })
const plain = (said: string) => said.normalize('NFKC').trim().toUpperCase()
const haystack = ({ title, fields }: Case) => plain([title, ...Object.values(fields)].join(' '))

/** What nothing is said about stands before everything else. */
function sortKey(value: CaseValue): string | number {
  switch (value?.is) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'whole':
      return value.value
    case 'date':
      return value.on
    case 'moment':
      return value.at
    default:
      return value satisfies never
  }
}

function compared(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return a === b ? 0 : collator.compare(String(a), String(b))
}

/** The field that says of what industry a case is; registers that speak of none have no such field. */
const industryField = 'industry'

export type IndustryCount = { readonly id: string; readonly name: Words; readonly count: number }

/** How many cases in force each industry has, the most first; those of equal count as the register names them. */
export function industryCounts({ fields }: Pick<Register, 'fields'>, cases: readonly Case[]): readonly IndustryCount[] {
  const field = fields.find(({ id, kind }) => id === industryField && kind === 'choice')
  const counted = Map.groupBy(
    cases.filter(({ inForce }) => inForce),
    (one) => one.fields[industryField],
  )
  const counts = (field?.choices ?? []).map(({ id, name }) => ({ id, name, count: counted.get(id)?.length ?? 0 }))
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
}
