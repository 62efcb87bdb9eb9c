import type { Text } from '@xushi/domain'
import type { Faces } from '../fonts/composed-line.ts'
import { headingNumbers } from '../layout/heading-numbers.ts'
import { bodyType } from '../layout/page-geometry.ts'
import { imprintNote, printsImprint } from '../layout/report-words.ts'
import type { ReportBlock, ReportImprint, ReportModel, ReportSection } from '../model/report-model.ts'
import type { Box } from './box.ts'
import { chartBoxes } from './chart-boxes.ts'
import type { Tag } from './structure.ts'
import { tableBoxes } from './table-boxes.ts'
import {
  bodySetting,
  headingSetting,
  noteSetting,
  spaceBox,
  subtitleSetting,
  textBoxes,
  titleBoxes,
  titleSetting,
} from './text-boxes.ts'

type Making = { readonly language: keyof Text; readonly root: Tag; readonly faces: Faces }

/** A whole report in boxes: title, sections, and at the end how it was made. */
export async function reportBoxes(model: ReportModel, imprint: ReportImprint, root: Tag, faces: Faces): Promise<Box[]> {
  const { language } = model.request
  const making: Making = { language, root, faces }
  const { line } = bodyType[language]
  const boxes: Box[] = [
    spaceBox(line),
    ...titleBoxes(model.title, titleSetting(language), { name: 'P', parent: root }, faces),
    ...(model.subtitle === ''
      ? []
      : textBoxes(model.subtitle, subtitleSetting(language), { name: 'P', parent: root }, faces)),
    spaceBox(line / 2),
  ]
  const numbers = headingNumbers(
    model.sections.map(({ level }) => level),
    language,
  )
  const count = { table: 0, chart: 0 }
  for (const [index, section] of model.sections.entries()) {
    boxes.push(...headingBoxes(section, numbers[index] ?? '', making))
    for (const block of section.blocks) boxes.push(...(await blockBoxes(block, making, count)))
  }
  return printsImprint(model) ? [...boxes, ...imprintBoxes(model, imprint, making)] : boxes
}

function headingBoxes({ level, heading }: ReportSection, number: string, { language, root, faces }: Making): Box[] {
  const text = `${number}${heading}`
  const tag: Tag = { name: level === 1 ? 'H1' : level === 2 ? 'H2' : 'H3', parent: root }
  const [first, ...rest] = textBoxes(text, headingSetting(language, level), tag, faces)
  return first === undefined ? [] : [{ ...first, bookmark: { level, text } }, ...rest]
}

async function blockBoxes(
  block: ReportBlock,
  { language, root, faces }: Making,
  count: { table: number; chart: number },
): Promise<Box[]> {
  switch (block.is) {
    case 'paragraph':
    case 'authored':
      return block.text.trim() === ''
        ? []
        : textBoxes(block.text, bodySetting(language), { name: 'P', parent: root }, faces)
    case 'table':
      count.table += 1
      return tableBoxes(block.table, { number: count.table, language, parent: root, faces })
    case 'chart':
      count.chart += 1
      return chartBoxes(block.chart, { number: count.chart, language, parent: root, faces })
    default:
      return block satisfies never
  }
}

/** 编制说明, whole on one page. */
function imprintBoxes(model: ReportModel, imprint: ReportImprint, { root, faces }: Making): Box[] {
  const { heading, lines } = imprintNote(model, imprint)
  const held = { ...noteSetting, keep: true, gap: 0 }
  const head: Box[] = textBoxes(
    heading,
    { ...held, face: 'sans-bold', size: 10, gap: 14 },
    { name: 'P', parent: root },
    faces,
  )
  const texts = lines.flatMap((line) => textBoxes(line, held, { name: 'P', parent: root }, faces))
  return [...head, ...texts.map((box, index) => (index === texts.length - 1 ? { ...box, keep: false } : box))]
}
