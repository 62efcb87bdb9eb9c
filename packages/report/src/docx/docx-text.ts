import { xmlCharacters } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import type { IRunOptions, TextRun } from 'docx'

/** The library, which is loaded when the first report is written. */
export type Docx = typeof import('docx')

/** The paragraphs of a text: a line end ends one, and a line with nothing on it is none. */
export function paragraphsOf(text: string): string[] {
  return text.split(lineEnd).filter((line) => line.trim() !== '')
}

const lineEnd = /\r\n|[\r\n\u0085\u2028\u2029]/

/**
 * The runs of a text. In Chinese, marks that both scripts have are those of Chinese, but for the minus: 仿宋 has none, and the one of the
 * Latin face is as wide as a digit.
 */
export function runsOf(text: string, language: Language, rest: Omit<IRunOptions, 'text'> = {}): IRunOptions[] {
  const safe = xmlCharacters(text)
  if (language === 'en') return [{ ...rest, text: safe }]
  return safe
    .split(/(−)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ ...rest, text: piece, font: { hint: piece === '−' ? 'default' : 'eastAsia' } }))
}

/** Runs of a text of one paragraph: its line ends stay line ends. */
export function lineRuns(text: string, language: Language, rest: IRunOptions = {}): IRunOptions[] {
  return text.split(lineEnd).flatMap((line, index) => {
    const runs = runsOf(line, language, rest)
    return index === 0 ? runs : [{ ...rest, break: 1 }, ...runs]
  })
}

/** A text of one paragraph, ready to be put into it. */
export function oneLine(docx: Docx, text: string, language: Language): TextRun[] {
  return lineRuns(text, language).map((run) => new docx.TextRun(run))
}
