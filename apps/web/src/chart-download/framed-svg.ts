import { xmlText } from '@xushi/contract'
import { textLines, textWidth } from './text-lines.ts'

/** A chart without its frame: elements of SVG, well-formed and free of scripts, and the space they take. */
export type Drawing = { readonly markup: string; readonly width: number; readonly height: number }

/** The colours of the page the chart was on, as values. */
export type FrameColours = {
  readonly ground: string
  readonly ink: string
  readonly second: string
  readonly line: string
}

export type Frame = {
  readonly title: string
  readonly unit: string
  /** The lines below the chart, whole sentences. */
  readonly notes: readonly string[]
  /** Stands at the right of the title in a dashed edge; empty for none. */
  readonly mark: string
  /** Stands at the right of the last line. */
  readonly product: string
  readonly fontFamily: string
  readonly colours: FrameColours
}

const margin = 24
const leastWidth = 440
const title = { size: 18, line: 26, weight: 700 }
const small = { size: 12, line: 18, weight: 400 }

/**
 * A chart as a picture that stands alone: title and unit above, source, dates and rule below, all of it text. What is said is
 * escaped; the drawing is taken as it is.
 *
 * @param scale how much larger than on the page it is shown; the drawing's own units stay
 */
export function framedSvg(drawing: Drawing, frame: Frame, scale = 1) {
  const { colours } = frame
  const inner = Math.max(drawing.width, leastWidth)
  const mark = frame.mark === '' ? 0 : Math.ceil(textWidth(frame.mark, small.size)) + 12
  const head = block(frame.title, title, { top: margin, width: inner - mark, fill: colours.ink })
  const unit = block(frame.unit, small, { top: head.bottom + 2, width: inner, fill: colours.second })
  const top = unit.bottom + 12
  const rule = top + drawing.height + 14
  let bottom = rule + 6
  const notes = frame.notes.map((note) => {
    const lines = block(note, small, {
      top: bottom,
      width: inner - textWidth(frame.product, small.size) - 12,
      fill: colours.second,
    })
    bottom = lines.bottom
    return lines.markup
  })
  const [width, height] = [Math.ceil(inner + 2 * margin), Math.ceil(bottom + margin - 6)]
  const product = text(frame.product, small, { x: width - margin, y: bottom - 5, fill: colours.second, anchor: 'end' })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}" font-family="${xmlText(frame.fontFamily)}">`,
    `<title>${xmlText(frame.title)}</title>`,
    '<style>text{font-variant-numeric:tabular-nums lining-nums}</style>',
    `<rect width="${width}" height="${height}" fill="${xmlText(colours.ground)}"/>`,
    head.markup,
    frame.mark === '' ? '' : markBox(frame.mark, width - margin, colours),
    unit.markup,
    `<g transform="translate(${margin} ${top})">${drawing.markup}</g>`,
    `<path d="M${margin} ${rule}h${inner}" stroke="${xmlText(colours.line)}"/>`,
    ...notes,
    product,
    '</svg>',
  ].join('')
  return { svg, width: width * scale, height: height * scale }
}

type Type = { readonly size: number; readonly line: number; readonly weight: number }
type Place = { readonly top: number; readonly width: number; readonly fill: string }

function block(said: string, type: Type, { top, width, fill }: Place) {
  const lines = textLines(said, type.size, width)
  const markup = lines.map((line, index) =>
    text(line, type, { x: margin, y: top + index * type.line + type.line * 0.5 + type.size * 0.36, fill }),
  )
  return { markup: markup.join(''), bottom: top + lines.length * type.line }
}

type TextPlace = { readonly x: number; readonly y: number; readonly fill: string; readonly anchor?: 'end' | 'middle' }

function text(said: string, { size, weight }: Type, { x, y, fill, anchor }: TextPlace): string {
  const end = anchor === undefined ? '' : ` text-anchor="${anchor}"`
  return `<text x="${x}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${xmlText(fill)}"${end}>${xmlText(said)}</text>`
}

function markBox(said: string, right: number, colours: FrameColours): string {
  const width = Math.ceil(textWidth(said, small.size)) + 12
  const left = right - width
  return (
    `<rect x="${left + 0.5}" y="${margin + 3.5}" width="${width - 1}" height="18" rx="2" fill="none" stroke="${xmlText(colours.line)}" stroke-dasharray="3 2"/>` +
    text(said, small, { x: left + width / 2, y: margin + 17, fill: colours.second, anchor: 'middle' })
  )
}

const round = (value: number) => Math.round(value * 100) / 100
