import type { ShapePart } from '../charts/status-shape.ts'
import type { ComposedLine, Faces } from '../fonts/composed-line.ts'
import type { Face } from '../fonts/embedded-fonts.ts'
import type { Structure } from './structure.ts'

/** Where text and lines are drawn: a page of the file that is being written. Points from the upper left corner. */
export type Sheet = {
  readonly document: PDFKit.PDFDocument
  readonly faces: Faces
  readonly structure: Structure
}

/** The baseline of a line of text whose characters stand in the middle of a line of the given height. */
export function baselineIn(top: number, height: number, size: number): number {
  // The field of a Han character reaches 0.88 above the baseline and 0.12 below it.
  return top + (height - size) / 2 + 0.88 * size
}

export function drawLine(
  { document }: Sheet,
  line: ComposedLine,
  at: { readonly x: number; readonly baseline: number; readonly size: number; readonly colour?: string },
): void {
  for (const run of line.runs) {
    if (run.text.trim() === '') continue
    drawText(document, run, at)
  }
}

function drawText(
  document: PDFKit.PDFDocument,
  {
    face,
    text,
    x,
    spacing,
  }: { readonly face: Face; readonly text: string; readonly x: number; readonly spacing: number },
  at: { readonly x: number; readonly baseline: number; readonly size: number; readonly colour?: string },
): void {
  document
    .font(face)
    .fontSize(at.size)
    .fillColor(at.colour ?? '#000000')
    .text(text, at.x + x, at.baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(spacing === 0 ? {} : { characterSpacing: spacing }),
    })
}

/** A rule from left to right. */
export function drawRule(
  { document }: Sheet,
  from: number,
  to: number,
  y: number,
  stroke: { readonly width: number; readonly colour: string },
): void {
  document.lineWidth(stroke.width).strokeColor(stroke.colour).moveTo(from, y).lineTo(to, y).stroke()
}

/** The shape of a status in black, `size` high. */
export function drawShape(
  { document }: Sheet,
  parts: readonly ShapePart[],
  at: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const inks = { ink: '#000000', paper: '#ffffff' }
  document
    .save()
    .translate(at.x, at.y)
    .scale(at.size / 16)
  for (const { path, fill, stroke, width, dash } of parts) {
    document.path(path).lineJoin('round').lineWidth(width)
    if (dash.length > 0) document.dash(dash[0] ?? 1, { space: dash[1] ?? 1 })
    if (fill !== 'none') document.fillColor(inks[fill])
    if (stroke !== 'none') document.strokeColor(inks[stroke])
    if (fill !== 'none' && stroke !== 'none') document.fillAndStroke()
    else if (fill !== 'none') document.fill()
    else document.stroke()
    document.undash()
  }
  document.restore()
}
