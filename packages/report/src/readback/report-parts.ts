import type { ReportModel, ReportSection, ReportTable } from '../model/report-model.ts'

/** A part of a report that can be looked for in a file: which section and part, and its text. */
export type ReportPart = {
  readonly section: string | null
  readonly part:
    | 'title'
    | 'subtitle'
    | 'heading'
    | 'paragraph'
    | 'caption'
    | 'header'
    /** Of a table, or of the data of a chart where a file has them. */
    | 'row'
    | 'note'
    /** What a chart says to those who do not see it. */
    | 'sentence'
  /** Id of the table or chart. */
  readonly id: string | null
  /** Number of the row, from 1. */
  readonly row: number | null
  readonly text: string
}

const whole = { section: null, id: null, row: null } as const
const nextCell = ''

/** All parts of a report in their order; the cells of a row are joined by `between`. */
export function* partsOfReport(model: ReportModel, between = nextCell): Generator<ReportPart> {
  yield { ...whole, part: 'title', text: model.title }
  yield { ...whole, part: 'subtitle', text: model.subtitle }
  for (const section of model.sections) yield* partsOfSection(section, between)
}

function* partsOfSection({ id: section, heading, blocks }: ReportSection, between: string): Generator<ReportPart> {
  const within = { section, id: null, row: null } as const
  yield { ...within, part: 'heading', text: heading }
  for (const block of blocks) {
    if (block.is === 'chart') {
      const { id, caption, sentence } = block.chart
      yield { ...within, id, part: 'sentence', text: sentence }
      yield { ...within, id, part: 'caption', text: caption }
    } else if (block.is === 'table') {
      yield* partsOfTable(block.table, section, between)
    } else {
      for (const text of block.text.split('\n')) yield { ...within, part: 'paragraph', text }
    }
  }
}

/** The parts of a table; `section` is null for one that only a workbook has. */
export function* partsOfTable(
  { id, caption, columns, rows, note }: ReportTable,
  section: string | null,
  between = nextCell,
): Generator<ReportPart> {
  const within = { section, id, row: null } as const
  yield { ...within, part: 'caption', text: caption }
  yield { ...within, part: 'header', text: columns.map(({ header }) => header).join(between) }
  for (const [index, row] of rows.entries()) {
    yield { ...within, part: 'row', row: index + 1, text: row.map(({ text }) => text).join(between) }
  }
  for (const text of note.split('\n')) yield { ...within, part: 'note', text }
}
