import type { Instant, LocalDate } from './local-date.ts'

/** States of a progress entry (填报): 草稿, 待审, 单位已审, 已退回, 已审定, 已撤回 (withdrawn) and 已被更正 (superseded). */
export type EntryState = 'draft' | 'submitted' | 'unit-reviewed' | 'returned' | 'approved' | 'withdrawn' | 'superseded'

/** 不适用 and 暂不公布: said explicitly. 未报 is the lack of an entry; 零报告 is a value of 0. */
export type Absence = 'not-applicable' | 'withheld'

/** What one unit says of one indicator, region and period. Exactly one of `value` and `absence` is present. */
export type EntryContent =
  | { readonly value: number; readonly absence?: undefined }
  | { readonly absence: Absence; readonly value?: undefined }

/** An approved entry as aggregation and derivation see it. Value in smallest units. */
export type ApprovedEntry = EntryContent & {
  readonly id: string
  readonly indicator: string
  readonly region: string
  readonly unit: string
  readonly period: string
  /** Last day of the period: the day the entry speaks of. */
  readonly endsOn: LocalDate
  readonly approvedAt: Instant
}
