import { composedText, textWidth } from '../fonts/composed-line.ts'
import type { Face } from '../fonts/embedded-fonts.ts'
import { page } from '../layout/page-geometry.ts'
import { footWords, markWords } from '../layout/report-words.ts'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { baselineIn, drawLine, drawRule, type Sheet } from './sheet.ts'

const smallestFoot = 6.5
const footSizes = [7.5, 7, smallestFoot]
const footLine = 11.9
const smallestMark = 7.5
const markSizes = [10.5, 9.5, 8.5, smallestMark]
const numberSize = 14

/** What stands on every page around its text: the marks above, the page number at the outside, the foot with number, dates and digest. */
export function drawFurniture(
  sheet: Sheet,
  model: ReportModel,
  imprint: ReportImprint,
  place: { readonly page: number; readonly pages: number },
): void {
  sheet.structure.aside(() => {
    drawMarks(sheet, model, imprint)
    drawNumber(sheet, place.page)
    drawFoot(sheet, model, imprint, place)
  })
}

function drawMarks(sheet: Sheet, model: ReportModel, imprint: ReportImprint): void {
  const { box, beside, demo } = markWords(model, imprint)
  const height = 17
  const wide = (text: string, face: Face, size: number) => textWidth(text, face, size, sheet.faces)
  const boxWidth = (size: number) => wide(box, 'sans-bold', size) + 12
  const whole = (size: number) => boxWidth(size) + 3 * size + wide(`${beside}${demo}`, 'sans', size)
  const size = markSizes.find((one) => whole(one) <= page.textWidth) ?? smallestMark
  sheet.document.lineWidth(0.75).strokeColor('#000000').rect(page.left, page.markTop, boxWidth(size), height).stroke()
  const at = (x: number) => ({ x, baseline: baselineIn(page.markTop, height, size), size })
  put(sheet, box, 'sans-bold', at(page.left + 6))
  put(sheet, beside, 'sans', at(page.left + boxWidth(size) + size))
  put(sheet, demo, 'sans', at(page.left + page.textWidth - wide(demo, 'sans', size)))
}

/** — 1 — at the outside, one character in: right on odd pages, left on even ones. */
function drawNumber(sheet: Sheet, number: number): void {
  const text = `— ${number} —`
  const wide = textWidth(text, 'serif', numberSize, sheet.faces)
  const x = number % 2 === 1 ? page.left + page.textWidth - numberSize - wide : page.left + numberSize
  put(sheet, text, 'serif', { x, baseline: page.numberMiddle + 0.38 * numberSize, size: numberSize })
}

function drawFoot(
  sheet: Sheet,
  model: ReportModel,
  imprint: ReportImprint,
  place: { readonly page: number; readonly pages: number },
): void {
  const { left, right } = footWords(model, imprint, place)
  const end = page.left + page.textWidth
  drawRule(sheet, page.left, end, page.footTop, { width: 0.4, colour: '#333333' })
  const wide = (text: string, size: number) => textWidth(text, 'sans', size, sheet.faces)
  const size = footSizes.find((one) => wide(left, one) + wide(right, one) + 12 <= page.textWidth) ?? smallestFoot
  const width = page.textWidth - wide(right, size) - 12
  const at = (x: number, line: number) => ({
    x,
    baseline: baselineIn(page.footTop + 2.8 + line * footLine, footLine, size),
    size,
    colour: '#333333',
  })
  const lines = composedText(left, { face: 'sans', size, width, align: 'start' }, sheet.faces)
  for (const [index, line] of lines.entries()) drawLine(sheet, line, at(page.left, index))
  put(sheet, right, 'sans', at(end - wide(right, size), 0))
}

function put(
  sheet: Sheet,
  text: string,
  face: Face,
  at: { readonly x: number; readonly baseline: number; readonly size: number; readonly colour?: string },
): void {
  const [line] = composedText(
    text,
    { face, size: at.size, width: Number.MAX_SAFE_INTEGER, align: 'start' },
    sheet.faces,
  )
  if (line !== undefined) drawLine(sheet, line, at)
}
