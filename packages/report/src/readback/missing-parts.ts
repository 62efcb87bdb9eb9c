import type { ReportModel, ReportSection } from '../model/report-model.ts'

/** A part of a report that is not to be read in a file: which section and part, and its text. */
export type MissingPart = {
  readonly section: string | null
  readonly part: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'caption' | 'header' | 'row' | 'note'
  /** Id of the table or chart. */
  readonly id: string | null
  /** Number of the row, from 1. */
  readonly row: number | null
  readonly text: string
}

/**
 * Names each heading, paragraph, row and caption of a report that does not stand in the text of its file, in the order of the report.
 * White space does not count, nor where lines and pages end.
 *
 * @param told the text of the file in reading order
 */
export function missingParts(model: ReportModel, told: string): MissingPart[] {
  const all = compared(told)
  let from = 0
  return [...partsOf(model)].filter(({ text }) => {
    const wanted = compared(text)
    const found = all.indexOf(wanted, from)
    if (found === -1) return true
    from = found + wanted.length
    return false
  })
}

/** Without white space, and with characters that share a drawing written alike, since a file keeps the drawing. */
function compared(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '')
}

const whole = { section: null, id: null, row: null } as const

function* partsOf({ title, subtitle, sections }: ReportModel): Generator<MissingPart> {
  yield { ...whole, part: 'title', text: title }
  yield { ...whole, part: 'subtitle', text: subtitle }
  for (const section of sections) yield* partsOfSection(section)
}

function* partsOfSection({ id: section, heading, blocks }: ReportSection): Generator<MissingPart> {
  const within = { section, id: null, row: null } as const
  yield { ...within, part: 'heading', text: heading }
  for (const block of blocks) {
    if (block.is === 'chart') yield { ...within, id: block.chart.id, part: 'caption', text: block.chart.caption }
    else if (block.is === 'table') {
      const { id, caption, columns, rows, note } = block.table
      yield { ...within, id, part: 'caption', text: caption }
      yield { ...within, id, part: 'header', text: columns.map(({ header }) => header).join('') }
      for (const [index, row] of rows.entries()) {
        yield { ...within, id, part: 'row', row: index + 1, text: row.map(({ text }) => text).join('') }
      }
      yield { ...within, id, part: 'note', text: note }
    } else {
      for (const text of block.text.split('\n')) yield { ...within, part: 'paragraph', text }
    }
  }
}
