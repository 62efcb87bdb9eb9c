import type { LocalDate, ReportKind, Status, Text } from '@xushi/domain'

/**
 * All that decides what a report says: asked again of the same ledger and build, it gives the same model and the same bytes. It
 * travels inside every file, so that a file can be checked by whoever holds it.
 */
export type ReportRequest = {
  readonly programme: string
  readonly kind: ReportKind
  readonly language: keyof Text
  /** Six digits; `000000` is the nation. */
  readonly region: string
  /** Slugs of aspects, measures or indicators that the report is kept to; empty means all. */
  readonly parts: readonly string[]
  /** 2020-10, 2020-Q3, 2020-H1 or 2020. */
  readonly period: string
  /** 截至: the day the figures speak of. */
  readonly on: LocalDate
  /** The ledger number up to which the figures were read. */
  readonly knownAt: number
  /** What changes are told against: a day, and a ledger number where two moments of knowing are compared. */
  readonly comparedWith: { readonly on: LocalDate; readonly knownAt: number }
}

/** The ledger as it stood for a report: 台账号, its hash and the time of that event in China. */
export type ReportStand = { readonly seq: number; readonly head: string; readonly at: string }

/**
 * A status report as a document: its sections in reading order, every figure written out. Pure data, the one source of every file
 * format; two reports are the same if the canonical JSON of their models is. Nothing in it depends on when or by whom it was made.
 */
export type ReportModel = {
  readonly format: 1
  readonly request: ReportRequest
  readonly stand: ReportStand
  /** 工业互联网加快发展目标进展月报 */
  readonly title: string
  /** （2020年10月　数据截至10月29日） */
  readonly subtitle: string
  /** Whether any figure in it is invented: then every page says 含演示数据，不作依据. */
  readonly demo: boolean
  readonly sections: readonly ReportSection[]
  /** What only a workbook carries, beside the tables of the sections: raw entries, definitions. */
  readonly sheets: readonly ReportTable[]
}

/** A section with its heading; level 1 is 一、 in Chinese, level 2 （一）, level 3 1. The number is given by whoever writes the file. */
export type ReportSection = {
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly heading: string
  readonly blocks: readonly ReportBlock[]
}

export type ReportBlock =
  /** Computed from figures; nobody edits it. */
  | { readonly is: 'paragraph'; readonly text: string }
  /** Written by the author of the report before it is issued: a foreword, a paragraph of a chapter. Lines end paragraphs. */
  | { readonly is: 'authored'; readonly id: string; readonly text: string }
  | { readonly is: 'table'; readonly table: ReportTable }
  | { readonly is: 'chart'; readonly chart: ReportChart }

export type ReportTable = {
  readonly id: string
  /** Without its number: 表1 is given by whoever writes the file. */
  readonly caption: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  /** Rules and sources below the table; empty for none. */
  readonly note: string
}

export type ReportColumn = {
  readonly header: string
  readonly align: 'start' | 'end'
  /** Share of the width of the table, in full-width characters of its text. */
  readonly width: number
}

/**
 * A cell: its text as every reader sees it (至少905个, ≥90.5%, 未报) and, for a workbook, the same as a typed value. A number is in the
 * indicator's unit, undivided (310000000, not 3.1 of 亿); a percentage is a ratio.
 */
export type ReportCell = {
  readonly text: string
  readonly number?: { readonly value: number; readonly decimals: number; readonly as: 'amount' | 'ratio' | 'points' }
  readonly date?: LocalDate
  /** Draws the shape of the status before the text. */
  readonly status?: Status
}

/** A chart with its data, from which a page is drawn and to which a workbook binds a native chart. */
export type ReportChart = {
  readonly id: string
  /** Without its number: 图1 is given by whoever writes the file. */
  readonly caption: string
  /** What it shows, in a sentence: the text for those who do not see it. */
  readonly sentence: string
  readonly data: ReportChartData
}

/** What a line of a chart is; it decides colour and dash, as on the page. */
export type ReportSeriesRole = 'actual' | 'published' | 'plan' | 'target' | 'beside' | 'forecast'

export type ReportChartData =
  /** Targets on one axis of attainment: a bar to `ratio`, a tick at `plan`; null where unknown. `text` is the ratio as it is read. */
  | {
      readonly draws: 'bullets'
      /** Names of the two values: 完成率, 序时进度. */
      readonly names: { readonly ratio: string; readonly plan: string }
      readonly rows: readonly {
        readonly label: string
        readonly ratio: number | null
        readonly plan: number | null
        readonly text: string
        readonly status: Status
      }[]
    }
  /** Values over time in one unit; null is a gap. */
  | {
      readonly draws: 'lines'
      readonly unit: string
      readonly dates: readonly LocalDate[]
      readonly series: readonly {
        readonly name: string
        readonly role: ReportSeriesRole
        readonly values: readonly (number | null)[]
      }[]
    }
  /** Values of things beside each other, such as regions, in the order given; null is not reported and draws no bar. */
  | {
      readonly draws: 'bars'
      readonly unit: string
      readonly decimals: number
      readonly rows: readonly { readonly label: string; readonly value: number | null; readonly text: string }[]
    }

/** What stands on a report and is not of it: its number, its life, and the digest of the model. */
export type ReportImprint = {
  /** 工互联月报〔2020〕1号; null until it is issued. */
  readonly number: string | null
  readonly state: 'generated' | 'issued' | 'withdrawn'
  /** SHA-256 of the canonical JSON of the model, in hex. */
  readonly digest: string
  /** The build that wrote the file. */
  readonly build: string
  /** The archive's id of the report; null where it was made without an archive. */
  readonly report: string | null
}
