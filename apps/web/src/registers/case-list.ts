import type { Case, CaseList } from '@xushi/contract'

/** What a reader narrows the list of cases by; everything stands in the address. */
export type CaseFilter = {
  readonly q?: string | undefined
  readonly region?: string | undefined
  readonly stage?: string | undefined
  readonly state?: string | undefined
  readonly inForce?: string | undefined
  readonly sort?: string | undefined
}

/** Cases that fit a filter: any part of a name, or of anything written in a field, whatever its width and case. */
export function casesFitting(cases: readonly Case[], filter: CaseFilter): readonly Case[] {
  const wanted = plain(filter.q ?? '')
  const fitting = cases.filter(
    (one) =>
      (filter.region === undefined || one.region === filter.region) &&
      (filter.stage === undefined || one.stage === filter.stage) &&
      (filter.state === undefined || one.state === filter.state) &&
      (filter.inForce === undefined || one.inForce) &&
      (wanted === '' || haystack(one).includes(wanted)),
  )
  const [key = 'updatedAt', direction = 'down'] = (filter.sort ?? '').split('.').filter((part) => part !== '')
  const sign = direction === 'up' ? 1 : -1
  return fitting.toSorted((a, b) => sign * collator.compare(sortText(a, key), sortText(b, key)))
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const plain = (text: string) => text.normalize('NFKC').trim().toUpperCase()
const haystack = ({ title, fields }: Case) => plain([title, ...Object.values(fields)].join(' '))

function sortText(one: Case, key: string): string {
  switch (key) {
    case 'name':
      return one.title
    case 'region':
      return one.region
    case 'validFrom':
      return one.validFrom ?? ''
    case 'state':
      return one.state
    default:
      return one.updatedAt
  }
}

/** Turns the direction of a sort, or sorts by another column, first upwards. */
export function sortedBy(sort: string | undefined, key: string): string {
  return sort === `${key}.up` ? `${key}.down` : `${key}.up`
}

export type Column = { readonly id: string; readonly name: string; readonly text: (one: Case) => string }

/** Rows as CSV for Excel: a mark of the encoding, quoted texts, and no cell that a spreadsheet would take for a formula. */
export function caseCsv(cases: readonly Case[], columns: readonly Column[]): string {
  const lines = [
    columns.map(({ name }) => cell(name)),
    ...cases.map((one) => columns.map(({ text }) => cell(text(one)))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The values of a column that occur, in order, for a list to choose from. */
export const valuesOf = (cases: CaseList['cases'], of: (one: Case) => string | null): readonly string[] =>
  [...new Set(cases.flatMap((one) => of(one) ?? []))].sort()
