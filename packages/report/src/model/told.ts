import { dayInWords, type Language, periodInWords, wordsIn } from '@xushi/wording'
import { type ReportWords, reportWords } from './report.words.ts'
import type { ReportMaterial } from './report-material.ts'

/** How the nation stands among regions. */
export const nationCode = '000000'

/** What every section of a report is told with: the material, the language, its words, and days as one says them. */
export type Telling = {
  readonly material: ReportMaterial
  readonly language: Language
  readonly says: ReportWords
  readonly day: (on: string) => string
  readonly period: (code: string) => string
}

export function tellingOf(material: ReportMaterial): Telling {
  const { language, on } = material.request
  const year = on.slice(0, 4)
  return {
    material,
    language,
    says: wordsIn(reportWords, language),
    day: (date) => dayInWords(date, year, language),
    period: (code) => periodInWords(code, language),
  }
}

/** Joins parts of a sentence and closes it; nothing where there are none. */
export function sentenceOf(
  parts: readonly string[],
  { says }: Telling,
  between: 'comma' | 'semicolon' = 'comma',
): string {
  return parts.length === 0 ? '' : `${parts.join(says[between])}${says.stop}`.trimEnd()
}
