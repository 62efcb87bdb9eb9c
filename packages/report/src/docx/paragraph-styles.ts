import { type Language, wordsIn } from '@xushi/wording'
import { captionSize, tableType, titleSize } from '../layout/page-geometry.ts'
import { type DocxFace, fontsXml } from './docx-fonts.ts'
import { docxBody, docxPage, twips } from './docx-page.ts'
import { styleId, styleWords } from './style-names.ts'

export type ParagraphStyle = {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  /** Parts of `w:pPr` and `w:rPr`, in the order of the schema. */
  readonly paragraph: string
  readonly run: string
}

export const cellSize = tableType.headSize
export const footSize = 7.5

/** The paragraphs of a report: text, tables and charts, and what stands around them. */
export function paragraphStyles(language: Language): ParagraphStyle[] {
  return [...textStyles(language), ...tableStyles(language), ...furnitureStyles(language)]
}

function textStyles(language: Language): ParagraphStyle[] {
  const { line, closer } = docxBody[language]
  const close = closer === 0 ? '' : `<w:spacing w:val="${-closer}"/>`
  const run = (face: DocxFace, rest = '') => `${fontsXml(face, language)}${rest}`
  const heading = (level: 1 | 2 | 3, run: string): ParagraphStyle => ({
    id: styleId.heading[level],
    name: `heading ${level}`,
    next: styleId.body,
    paragraph: `<w:keepNext/><w:keepLines/>${headingSpace(language, level)}<w:jc w:val="left"/><w:outlineLvl w:val="${level - 1}"/>`,
    run,
  })
  const largest = language === 'zh' ? '' : sized(15)
  const large = language === 'zh' ? '' : sized(12.5)
  return [
    { id: styleId.body, name: 'Body Text', paragraph: indented(language), run: close },
    {
      id: styleId.title,
      name: 'Title',
      next: styleId.subtitle,
      paragraph: `<w:keepNext/><w:keepLines/>${exactly(Math.max(line, 579), { before: line })}<w:jc w:val="center"/>`,
      run: `${run('title', language === 'zh' ? '' : '<w:b/><w:bCs/>')}${sized(titleSize)}`,
    },
    {
      id: styleId.subtitle,
      name: 'Subtitle',
      next: styleId.body,
      paragraph: `<w:keepNext/><w:keepLines/>${exactly(line, { after: Math.round(line / 2) })}<w:jc w:val="center"/>`,
      run: close,
    },
    heading(1, run('heading', language === 'zh' ? close : `<w:b/><w:bCs/>${largest}`)),
    heading(2, run('subheading', language === 'zh' ? close : `<w:b/><w:bCs/>${large}`)),
    heading(3, run('body', `<w:b/><w:bCs/>${close}${large}`)),
  ]
}

function headingSpace(language: Language, level: 1 | 2 | 3): string {
  if (language === 'zh') return indented('zh')
  return exactly(docxBody.en.line, { before: level === 1 ? 200 : 100, after: 40 })
}

/** Two characters in at the first line; both measures are written, since some programs know only one of them. */
function indented(language: Language): string {
  const { indent } = docxBody[language]
  return `<w:ind${language === 'zh' ? ' w:firstLineChars="200"' : ''} w:firstLine="${indent}"/>`
}

function tableStyles(language: Language): ParagraphStyle[] {
  const named = wordsIn(styleWords, language)
  const label = (size: number) => `${fontsXml('label', language)}${sized(size)}`
  const cell = (align: 'left' | 'right') =>
    `<w:snapToGrid w:val="0"/><w:spacing w:line="340" w:lineRule="atLeast"/><w:jc w:val="${align}"/>`
  return [
    {
      id: styleId.caption,
      name: 'caption',
      next: styleId.body,
      paragraph: `<w:keepLines/><w:snapToGrid w:val="0"/>${exactly(twips(22.7), { before: 120, after: 40 })}<w:jc w:val="center"/>`,
      run: label(captionSize),
    },
    {
      id: styleId.cell,
      name: named.cell,
      paragraph: cell('left'),
      run: `${fontsXml('body', language)}${sized(cellSize)}`,
    },
    {
      id: styleId.figureCell,
      name: named.figureCell,
      basedOn: styleId.cell,
      paragraph: '<w:jc w:val="right"/>',
      run: '',
    },
    {
      id: styleId.headCell,
      name: named.headCell,
      basedOn: styleId.cell,
      paragraph: '<w:keepNext/>',
      run: `${fontsXml('heading', language)}<w:b/><w:bCs/>`,
    },
    {
      id: styleId.note,
      name: named.note,
      next: styleId.body,
      paragraph: `<w:snapToGrid w:val="0"/>${exactly(280, { before: 80, after: 160 })}<w:jc w:val="left"/>`,
      run: label(9),
    },
    {
      id: styleId.gap,
      name: named.gap,
      next: styleId.body,
      paragraph: `<w:snapToGrid w:val="0"/>${exactly(160)}`,
      run: sized(4),
    },
    {
      id: styleId.chart,
      name: named.chart,
      next: styleId.caption,
      paragraph:
        '<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="200" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
      run: '',
    },
  ]
}

function furnitureStyles(language: Language): ParagraphStyle[] {
  const named = wordsIn(styleWords, language)
  const label = (size: number, rest = '') => `${fontsXml('label', language)}${rest}${sized(size)}`
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${docxPage.textWidth}"/></w:tabs>`
  const small = `<w:snapToGrid w:val="0"/>${exactly(280)}<w:jc w:val="left"/>`
  return [
    {
      id: styleId.imprintHeading,
      name: named.imprintHeading,
      next: styleId.imprint,
      paragraph: `<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/>${exactly(280, { before: 280, after: 60 })}<w:jc w:val="left"/>`,
      run: label(10, '<w:b/><w:bCs/>'),
    },
    { id: styleId.imprint, name: named.imprint, paragraph: `<w:keepLines/>${small}`, run: label(9) },
    {
      id: styleId.marks,
      name: 'header',
      paragraph: `${tab}<w:snapToGrid w:val="0"/><w:spacing w:line="340" w:lineRule="atLeast"/><w:jc w:val="left"/>`,
      run: label(10.5),
    },
    {
      id: styleId.foot,
      name: 'footer',
      paragraph:
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="333333"/></w:pBdr>' +
        `${tab}<w:snapToGrid w:val="0"/>${exactly(240)}<w:jc w:val="left"/>`,
      run: `${fontsXml('label', language)}<w:color w:val="333333"/>${sized(footSize)}`,
    },
    {
      id: styleId.pageNumber,
      name: named.pageNumber,
      paragraph: `<w:snapToGrid w:val="0"/>${exactly(400, { after: 195 })}<w:ind w:left="280" w:right="280"/>`,
      run: `${fontsXml('plain', language)}${sized(14)}`,
    },
  ]
}

/** A size in points. */
export function sized(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
}

export function exactly(line: number, { before = 0, after = 0 } = {}): string {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`
}
