import type { Absence, Bound, EntryState, Instant, LocalDate, Text } from '@xushi/domain'

export type Language = keyof Text

/** One progress entry as a line of an export. `value` in smallest units; `decimals` and `unit` say how to read it. */
export type ExportedEntry = {
  readonly id: string
  /** T07. */
  readonly goal: string
  readonly indicator: Text
  readonly region: string
  readonly regionName: Text
  readonly reportingUnit: Text
  readonly period: string
  readonly endsOn: LocalDate
  readonly value: number | null
  readonly decimals: number
  readonly unit: Text
  readonly bound: Bound | null
  readonly absence: Absence | null
  readonly state: EntryState
  readonly note: string
  readonly recorder: string
  readonly recordedAt: Instant
  readonly unitReviewer: string | null
  readonly approver: string | null
  readonly approvedAt: Instant | null
  readonly correctionReason: string | null
  readonly supersedes: string | null
  readonly demo: boolean
}

/** The closed lists of words that an exported entry carries, as the reader of a document sees them. */
export const entryWords = {
  state: {
    draft: { zh: '草稿', en: 'draft' },
    submitted: { zh: '待审', en: 'submitted' },
    'unit-reviewed': { zh: '单位已审', en: 'reviewed in the unit' },
    returned: { zh: '已退回', en: 'returned' },
    approved: { zh: '已审定', en: 'approved' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    superseded: { zh: '已被更正', en: 'superseded' },
  },
  absence: {
    'not-applicable': { zh: '不适用', en: 'not applicable' },
    withheld: { zh: '暂不公布', en: 'withheld' },
  },
  bound: {
    above: { zh: '超过', en: 'above' },
    below: { zh: '不足', en: 'below' },
    about: { zh: '约', en: 'about' },
  },
  demo: { zh: '演示数据', en: 'demonstration data' },
} as const satisfies {
  readonly state: Readonly<Record<EntryState, Text>>
  readonly absence: Readonly<Record<Absence, Text>>
  readonly bound: Readonly<Record<Bound, Text>>
  readonly demo: Text
}
