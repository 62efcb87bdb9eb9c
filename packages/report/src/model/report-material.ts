import type {
  Ambiguities,
  Change,
  Dashboard,
  IndicatorPage,
  MilestonesPage,
  RegionsStanding,
  Series,
} from '@xushi/contract'
import type { LocalDate, Text } from '@xushi/domain'
import type { ReportRequest, ReportStand } from './report-model.ts'

/** How the units of one region answered for the last month that ended. Shares are 0 to 1, null where nothing was due. */
export type RegionReporting = {
  readonly region: string
  readonly name: Text
  readonly expected: number
  readonly counted: number
  readonly completeness: number | null
  readonly timeliness: number | null
  /** What is still owed, by name of the indicator, with its deadline. */
  readonly owed: readonly { readonly indicator: string; readonly name: Text; readonly deadline: LocalDate }[]
}

/** What the units of one region did not hand in by its deadline: an indicator of a period, and of how many places. */
export type OverdueRegion = {
  readonly region: string
  readonly name: Text
  readonly lines: readonly {
    readonly name: Text
    readonly period: string
    readonly deadline: LocalDate
    readonly count: number
  }[]
}

/** What is overdue on the day of the last period due, region by region, and what falls due next: so many cells of a period by a deadline. */
export type Owing = {
  readonly overdue: readonly OverdueRegion[]
  /** So many cells of periods before are still missing. */
  readonly earlier: number
  readonly upcoming: readonly { readonly period: string; readonly deadline: LocalDate; readonly count: number }[]
}

/** 滞后原因 as it was approved, of the nation (region null) or of one region. */
export type LagLine = {
  readonly goal: string
  readonly name: Text
  readonly region: Text | null
  readonly period: string
  readonly cause: Text
  readonly remedy: string
  readonly responsible: string
  readonly newDate: LocalDate
}

/** The approved narrative of a goal for the newest period up to the date. */
export type NarrativeLine = {
  readonly indicator: string
  readonly goal: string
  readonly region: Text | null
  readonly period: string
  readonly progress: string
  readonly problems: string
  readonly next: string
}

/** A register with the cases in force on the date, for the annex. */
export type RegisterCases = {
  readonly goal: string
  readonly name: Text
  readonly cases: readonly {
    readonly title: string
    readonly region: Text
    readonly unit: Text
    readonly validFrom: LocalDate | null
  }[]
}

/** A change of figures with whoever brought it about; `speaksOn` is the day of the ledger event in China. */
export type ChangeLine = { readonly change: Change; readonly who: string }

/** An approved entry, for the sheet of raw entries. `value` in the indicator's unit. */
export type EntryLine = {
  readonly goal: string
  readonly name: Text
  readonly unit: Text
  readonly decimals: number
  readonly region: Text
  readonly reporter: Text
  readonly period: string
  readonly value: number | null
  readonly absence: 'not-applicable' | 'withheld' | null
  readonly recorder: string
  readonly approver: string
  readonly approvedOn: LocalDate
}

/** An indicator that is drawn or whose sources are told: its page, and its periods where regions or a register make them. */
export type IndicatorLines = { readonly page: IndicatorPage; readonly series: Series | null }

/** Everything a report is written from, read at one ledger number: nothing in it is asked again while the report is built. */
export type ReportMaterial = {
  readonly request: ReportRequest
  readonly stand: ReportStand
  /** Names of the region, null for the nation. */
  readonly region: Text | null
  readonly dashboard: Dashboard
  /** The same on the day, and at the moment, that changes are told against. */
  readonly compared: Dashboard
  /** The ledger as it stood for what changes are told against. */
  readonly comparedStand: ReportStand
  readonly milestones: MilestonesPage
  readonly ambiguities: Ambiguities['ambiguities']
  readonly indicators: readonly IndicatorLines[]
  readonly standings: readonly RegionsStanding[]
  readonly reporting: { readonly period: string; readonly regions: readonly RegionReporting[] } | null
  /** For a 通报 alone: what regions held on the compared day, and what is owed. */
  readonly comparedStandings: readonly RegionsStanding[]
  readonly owing: Owing | null
  readonly lags: readonly LagLine[]
  readonly narratives: readonly NarrativeLine[]
  readonly registers: readonly RegisterCases[]
  readonly changes: readonly ChangeLine[]
  readonly entries: readonly EntryLine[]
  /** What the author wrote, by the id of its place: a foreword, a paragraph of a chapter. */
  readonly texts: Readonly<Record<string, string>>
}
