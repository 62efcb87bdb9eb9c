import { canonicalJson } from '@xushi/domain'
import { type Language, wordsIn } from '@xushi/wording'
import { headingNumbers } from '../layout/heading-numbers.ts'
import { imprintNote } from '../layout/report-words.ts'
import type { ReportBlock, ReportImprint, ReportModel } from '../model/report-model.ts'
import { longestText } from './cell-xml.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { workbookWords } from './workbook.words.ts'

/** A table or chart of the report: its number with its caption, and the sheet on which it stands. */
export type Placed = { readonly number: string; readonly caption: string; readonly sheet: string }

export type SummaryPlaces = {
  readonly name: string
  readonly marks: string
  /** By the table or chart itself: ids are those of sections and come again. */
  readonly placed: ReadonlyMap<object, Placed>
  readonly sheets: readonly Placed[]
}

const text = (said: string, style: SheetCell['style'] = {}): SheetCell => ({ is: 'text', text: said, style })
const none: SheetCell = { is: 'empty', style: {} }

/** The first sheet: what the report is, all it says in words, where its tables and charts stand, and how it is checked. */
export function summarySheet(
  model: ReportModel,
  imprint: ReportImprint,
  { name, marks, placed, sheets }: SummaryPlaces,
): Sheet {
  const { language } = model.request
  const says = wordsIn(workbookWords, language)
  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    language,
  )
  const sections = model.sections.flatMap(({ heading, level, blocks }, index): SheetRow[] => [
    ...(level === 1 ? [[]] : []),
    [text(`${numbers[index]}${heading}`, { font: level === 1 ? 'heading' : 'bold' })],
    ...blocks.flatMap((block) => blockRows(block, placed)),
  ])
  return {
    name,
    widths: [18, 100],
    rows: [
      [text(model.title, { font: 'title' })],
      [text(model.subtitle, { font: 'note' })],
      [text(marks, { font: 'bold' })],
      ...sections,
      [],
      [text(says.sheets, { font: 'heading' })],
      ...sheets.map(placedRow),
      [],
      ...factRows(model, imprint, language),
    ],
    head: null,
    frozenColumns: 0,
    tableRows: 0,
    landscape: false,
    breaks: [],
    charts: [],
    rowHeight: null,
  }
}

function blockRows(block: ReportBlock, placed: SummaryPlaces['placed']): SheetRow[] {
  switch (block.is) {
    case 'paragraph':
    case 'authored':
      return block.text.split('\n').flatMap(paragraphRows)
    case 'table':
      return [placed.get(block.table)].flatMap((place) => (place === undefined ? [] : [placedRow(place)]))
    case 'chart':
      return [placed.get(block.chart)].flatMap((place) =>
        place === undefined ? [] : [placedRow(place), [none, text(block.chart.sentence, { font: 'note', wrap: true })]],
      )
    default:
      return block satisfies never
  }
}

/** A paragraph in as many cells as it needs. */
function paragraphRows(paragraph: string): SheetRow[] {
  const pieces: string[] = ['']
  for (const character of paragraph) {
    const last = pieces.at(-1) ?? ''
    if (last.length + character.length > longestText) pieces.push(character)
    else pieces[pieces.length - 1] = last + character
  }
  return pieces.map((piece) => [none, text(piece, { wrap: true })])
}

const placedRow = ({ number, caption, sheet }: Placed): SheetRow => [
  { is: 'text', text: number.trim(), link: sheet, style: { font: 'link', align: 'start' } },
  { is: 'text', text: caption, link: sheet, style: { font: 'link', wrap: true } },
]

/** How the report came about and what identifies it, each fact in a cell. */
function factRows(model: ReportModel, imprint: ReportImprint, language: Language): SheetRow[] {
  const { facts } = wordsIn(workbookWords, language)
  const { request, stand } = model
  const { heading, lines } = imprintNote(model, imprint)
  const fact = (name: string, value: string | null): SheetRow[] =>
    value === null ? [] : [[text(name), text(value, { wrap: true })]]
  return [
    [text(heading, { font: 'heading' })],
    ...[lines[0], lines.at(-1)].flatMap((line) => (line === undefined ? [] : [[none, text(line, { wrap: true })]])),
    ...fact(facts.number, imprint.number),
    [text(facts.on), { is: 'date', on: request.on, style: { align: 'start' } }],
    ...fact(facts.knownAt, stand.at),
    [text(facts.ledger), { is: 'number', value: stand.seq, style: { align: 'start', format: '0' } }],
    ...fact(facts.head, stand.head),
    ...fact(facts.digest, imprint.digest),
    ...fact(facts.build, imprint.build),
    ...fact(facts.archive, imprint.report),
    ...fact(facts.request, canonicalJson(request)),
  ]
}
