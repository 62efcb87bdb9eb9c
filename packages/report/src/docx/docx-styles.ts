import type { Text } from '@xushi/domain'
import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { signStyle } from '../readback/docx-text.ts'
import { closer, halfPoints, linePitch } from './docx-geometry.ts'

type Language = keyof Text

/** Faces by their official names; where one is missing the reader's program takes another. None is shipped. */
const latin = 'Times New Roman'
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })
export const faces = {
  body: face('仿宋_GB2312'),
  title: face('方正小标宋简体'),
  head: face('黑体'),
  subhead: face('楷体_GB2312'),
  table: face('宋体'),
} as const

const line = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const single = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
/** Lines of small text, in twips: outside the grid of the page. */
const tight = (size: number) => ({ line: size, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** The named styles of a report; a document that is edited on keeps its form through them. */
export function reportStyles(language: Language): IStylesOptions {
  const indent = { firstLineChars: 200, firstLine: halfPoints.body * 20 }
  const heading = { spacing: line, indent, keepNext: true }
  const based = { basedOn: 'Normal', next: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: {
          font: faces.body,
          size: halfPoints.body,
          language: { value: language === 'zh' ? 'zh-CN' : 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: line },
      },
      title: {
        run: { font: faces.title, size: halfPoints.title },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...single, before: 480 }, keepNext: true },
      },
      heading1: {
        run: { font: faces.head, size: halfPoints.body, characterSpacing: closer, color: '000000' },
        paragraph: heading,
      },
      heading2: {
        run: { font: faces.subhead, size: halfPoints.body, characterSpacing: closer, color: '000000' },
        paragraph: heading,
      },
      heading3: {
        run: { font: faces.body, size: halfPoints.body, bold: true, characterSpacing: closer, color: '000000' },
        paragraph: heading,
      },
    },
    characterStyles: [{ id: signStyle, name: 'Status Sign', run: {} }],
    paragraphStyles: [
      {
        ...based,
        id: 'Body',
        name: 'Body Text',
        run: { characterSpacing: closer },
        paragraph: { indent, spacing: line, alignment: AlignmentType.BOTH },
      },
      {
        ...based,
        id: 'Subtitle',
        name: 'Subtitle',
        run: { font: faces.subhead },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...line, after: linePitch } },
      },
      {
        ...based,
        id: 'Caption',
        name: 'caption',
        run: { font: faces.head, size: halfPoints.table },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...tight(300), before: 120, after: 60 } },
      },
      {
        ...based,
        id: 'TableText',
        name: 'Table Text',
        run: { font: faces.table, size: halfPoints.table },
        paragraph: { spacing: tight(270) },
      },
      {
        ...based,
        id: 'Note',
        name: 'Table Note',
        run: { font: faces.table, size: halfPoints.small },
        paragraph: { spacing: { ...tight(230), before: 60, after: 120 } },
      },
    ],
  }
}
