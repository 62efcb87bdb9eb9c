import type { ReportFormat } from '@xushi/domain'
import { type Differences, differences } from './differences.ts'
import { differencesInDocx } from './differences-in-docx.ts'
import { readPdf } from './pdf-text.ts'

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
  const text = Buffer.from(bytes).toString()
  return (format === 'json' ? JSON.stringify(JSON.parse(text), null, 1) : text).split(/\r?\n/)
}
