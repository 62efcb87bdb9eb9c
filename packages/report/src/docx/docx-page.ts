import type { Text } from '@xushi/domain'
import { bodyType, page } from '../layout/page-geometry.ts'

/** Points as twentieths of a point, the unit of a Word file. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

const mm = 72 / 25.4
const textWidth = twips(page.textWidth)
const textHeight = twips(page.textHeight)
const left = twips(page.left)
const top = twips(page.top)

/** The page of a 公文 (GB/T 9704) in twips; right and bottom are what is left of A4. */
export const docxPage = {
  width: 11_906,
  height: 16_838,
  textWidth,
  left,
  top,
  right: 11_906 - left - textWidth,
  bottom: 16_838 - top - textHeight,
  /** From the upper edge to the marks, and from the lower edge to the end of the foot. */
  header: twips(page.markTop),
  footer: twips(14.8 * mm),
} as const

export type DocxBody = {
  /** Size in points. */
  readonly size: number
  /** Height of a line, indent of a paragraph, and what a character is set closer than its size; in twips. */
  readonly line: number
  readonly indent: number
  readonly closer: number
}

export const charactersOfLine = 28
export const linesOfPage = 22
const sanhao = 16
const pitch = Math.floor((page.textWidth * 20) / charactersOfLine)

/**
 * 三号 in Chinese: 28 characters of a line are set a quarter of a point closer. Not by the grid of characters, in which some programs give
 * a character that is wider than its field two of them.
 */
export const docxBody: Readonly<Record<keyof Text, DocxBody>> = {
  zh: {
    size: sanhao,
    line: Math.floor((page.textHeight * 20) / linesOfPage),
    indent: 2 * pitch,
    closer: twips(sanhao) - pitch,
  },
  en: { size: bodyType.en.size, line: twips(bodyType.en.line), indent: twips(bodyType.en.indent), closer: 0 },
}

/** The grid of a page: 22 lines in Chinese. */
export function docxGrid(language: keyof Text) {
  const { line: linePitch } = docxBody[language]
  return language === 'zh' ? { type: 'lines' as const, linePitch } : { linePitch }
}
