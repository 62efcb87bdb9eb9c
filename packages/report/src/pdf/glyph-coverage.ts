import { type Faces, facesBehind } from '../fonts/composed-line.ts'
import type { Face } from '../fonts/embedded-fonts.ts'
import { MissingGlyphError, type TextPlace, withoutGlyph } from '../fonts/missing-glyph.ts'
import type { ReportImprint, ReportModel, ReportSection, ReportTable } from '../model/report-model.ts'

type Placed = { readonly text: string; readonly place: TextPlace }

/**
 * Refuses a report with a character that none of its faces has, before anything is written.
 *
 * @throws MissingGlyphError for the first one in reading order
 */
export function requireGlyphs(model: ReportModel, imprint: ReportImprint, faces: Faces): void {
  const has = (face: Face) => (codePoint: number) =>
    facesBehind[face].some((candidate) => faces[candidate].has(codePoint))
  const inSerif = has('serif')
  const inBold = has('serif-bold')
  for (const { text, place } of placedTexts(model, imprint)) {
    const missing = withoutGlyph(text, inSerif) ?? withoutGlyph(text, inBold)
    if (missing !== null) throw new MissingGlyphError(missing, place)
  }
}

const nowhere = { section: null, id: null, row: null, column: null } as const

function* placedTexts(model: ReportModel, imprint: ReportImprint): Generator<Placed> {
  yield {
    text: `${imprint.number ?? ''}${imprint.build}${imprint.report ?? ''}`,
    place: { ...nowhere, part: 'number' },
  }
  yield { text: model.title, place: { ...nowhere, part: 'title' } }
  yield { text: model.subtitle, place: { ...nowhere, part: 'subtitle' } }
  for (const section of model.sections) yield* textsOfSection(section)
}

function* textsOfSection({ id: section, heading, blocks }: ReportSection): Generator<Placed> {
  yield { text: heading, place: { ...nowhere, section, heading, part: 'heading' } }
  let paragraph = 0
  for (const block of blocks) {
    if (block.is === 'paragraph') {
      paragraph += 1
      yield { text: block.text, place: { ...nowhere, section, heading, part: 'paragraph', row: paragraph } }
    } else if (block.is === 'authored') {
      yield { text: block.text, place: { ...nowhere, section, heading, part: 'authored', id: block.id } }
    } else if (block.is === 'table') yield* textsOfTable(block.table, { section, heading })
    else {
      // Labels are looked at when the chart is drawn; its sentence is read aloud and needs no glyph.
      const { id, caption } = block.chart
      yield { text: caption, place: { ...nowhere, section, heading, part: 'chart', id } }
    }
  }
}

function* textsOfTable(
  { id, caption, note, columns, rows }: ReportTable,
  within: { readonly section: string; readonly heading: string },
): Generator<Placed> {
  const place = { ...within, part: 'table', id } as const
  yield { text: caption, place: { ...place, row: null, column: null } }
  for (const [column, { header }] of columns.entries())
    yield { text: header, place: { ...place, row: null, column: column + 1 } }
  for (const [row, cells] of rows.entries()) {
    for (const [column, { text }] of cells.entries())
      yield { text, place: { ...place, row: row + 1, column: column + 1 } }
  }
  yield { text: note, place: { ...place, row: null, column: null } }
}
