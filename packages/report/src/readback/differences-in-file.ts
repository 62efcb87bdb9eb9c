import type { ReportFormat } from '@xushi/domain'
import { type Differences, differences } from './differences.ts'
import { differencesInDocx } from './differences-in-docx.ts'
import { readPdf } from './pdf-text.ts'
import { readXlsx, type XlsxSheet } from './xlsx-text.ts'

/**
 * What a file of a report says otherwise than the one that the report gives. How it looks does not count, nor which program wrote it last.
 *
 * @throws UnreadableFileError when one of them is no file of that format
 */
export async function differencesInFile(
  expected: Uint8Array,
  found: Uint8Array,
  format: ReportFormat,
): Promise<Differences> {
  if (format === 'docx') return differencesInDocx(expected, found)
  return differences(await linesOf(expected, format), await linesOf(found, format))
}

async function linesOf(bytes: Uint8Array, format: ReportFormat): Promise<readonly string[]> {
  if (format === 'pdf') {
    const { pages } = await readPdf(bytes)
    return pages.flatMap(({ text, aside }) => [...text.split('\n'), aside])
  }
  if (format === 'xlsx') return (await readXlsx(bytes)).sheets.flatMap(sheetLines)
  const text = Buffer.from(bytes).toString()
  return (format === 'json' ? JSON.stringify(JSON.parse(text), null, 1) : text).split(/\r?\n/)
}

/** A sheet as lines: its name, its rows, and what its charts are drawn from. How cells look does not count; what they say stands in them. */
function sheetLines({ name, rows, charts }: XlsxSheet): string[] {
  const said = [...rows].map(([row, cells]) => {
    const texts = [...cells.values()].map(({ text, isFormula }) => (isFormula ? `=${text}` : text))
    return `${name} ${row + 1}: ${texts.join(' | ')}`
  })
  return [name, ...said, ...charts.map((chart) => `${name}: ${chartLine(chart)}`)]
}

const chartLine = ({ series }: XlsxSheet['charts'][number]): string =>
  series.map(({ name, values }) => [...name.kept.values(), ...values.kept.values()].join(' ')).join(' | ')
