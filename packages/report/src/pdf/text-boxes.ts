import type { Text } from '@xushi/domain'
import { type ComposedLine, composedText, type Faces } from '../fonts/composed-line.ts'
import type { Face } from '../fonts/embedded-fonts.ts'
import { bodyType, captionSize, page, titleSize } from '../layout/page-geometry.ts'
import type { Box } from './box.ts'
import { baselineIn, drawLine } from './sheet.ts'
import type { Tag } from './structure.ts'

/** What a text is set in. */
export type Setting = {
  readonly face: Face
  readonly size: number
  readonly line: number
  readonly align: 'justify' | 'start' | 'center'
  readonly indent: number
  readonly gap: number
  /** Whether the whole of it stays with what follows. */
  readonly keep: boolean
}

/** The lines of a text; the first two and the last two of a paragraph stay together. */
export function textBoxes(text: string, setting: Setting, tag: Tag, faces: Faces): Box[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph, index) => {
    const lines = composedText(paragraph, { ...setting, width: page.textWidth }, faces)
    // Each paragraph of a text is an element of its own.
    const own = index === 0 ? tag : { ...tag }
    return lines.map((line, place) => {
      const held = lines.length > 1 && (place === 0 || place === lines.length - 2)
      return lineBox(line, { ...setting, keep: setting.keep || held, gap: index + place === 0 ? setting.gap : 0 }, own)
    })
  })
}

/** A title in as few lines as it takes, each about as long as the others: none holds a single character. */
export function titleBoxes(title: string, setting: Setting, tag: Tag, faces: Faces): Box[] {
  const linesIn = (width: number) => composedText(title, { ...setting, width }, faces)
  const fewest = linesIn(page.textWidth).length
  let width: number = page.textWidth
  while (width > setting.size && linesIn(width - 1).length === fewest) width -= 1
  return linesIn(width).map((line) => lineBox(line, setting, tag, (page.textWidth - width) / 2))
}

function lineBox(line: ComposedLine, { size, line: height, gap, keep }: Setting, tag: Tag, shift = 0): Box {
  return {
    height,
    gap,
    keep,
    draw: (sheet, x, y) =>
      sheet.structure.mark(tag, () =>
        drawLine(sheet, line, { x: x + shift, baseline: baselineIn(y, height, size), size }),
      ),
  }
}

export function bodySetting(language: keyof Text): Setting {
  const { size, line, indent } = bodyType[language]
  return { face: 'serif', size, line, align: 'justify', indent, gap: 0, keep: false }
}

/** 一、 in the sans face, （一） and 1. in that of the body; English sets its numbers and headings at the edge. */
export function headingSetting(language: keyof Text, level: 1 | 2 | 3): Setting {
  const body = bodySetting(language)
  const common = { ...body, align: 'start' as const, keep: true }
  if (language === 'zh') return { ...common, face: level === 1 ? 'sans-bold' : 'serif' }
  const size = level === 1 ? 15 : 12.5
  return { ...common, face: level === 3 ? 'serif-bold' : 'sans-bold', size, indent: 0, gap: level === 1 ? 10 : 5 }
}

export function titleSetting(language: keyof Text): Setting {
  const { line } = bodyType[language]
  return {
    ...bodySetting(language),
    face: 'serif-bold',
    size: titleSize,
    line: Math.max(line, 29),
    align: 'center',
    indent: 0,
    keep: true,
  }
}

export function subtitleSetting(language: keyof Text): Setting {
  return { ...bodySetting(language), align: 'center', indent: 0, keep: true }
}

/** 表1, 图1: above a table, below a figure. */
export function captionSetting(keep: boolean, gap: number): Setting {
  return { face: 'sans', size: captionSize, line: 22.7, align: 'center', indent: 0, gap, keep }
}

/** Rules and sources below a table, and the note at the end. */
export const noteSetting: Setting = {
  face: 'sans',
  size: 9,
  line: 14,
  align: 'start',
  indent: 0,
  gap: 3,
  keep: false,
}

/** Empty space that keeps its height at the top of a page too. */
export function spaceBox(height: number): Box {
  return { height, gap: 0, keep: true, draw: () => undefined }
}
