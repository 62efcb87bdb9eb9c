import { composedText } from '../fonts/composed-line.ts'
import { drawLine, type Sheet } from './sheet.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements that the charts of this package are made of; titles and clips have no ink. */
const element = /<(\/?)(path|rect|circle|text|g|clipPath|defs|title|desc|svg)\b([^>]*?)(\/?)>([^<]*)/g
const attribute = /([\w-]+)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

/**
 * Draws a chart of `chartSvg` as lines and text, not as a picture. It knows the elements that those charts have, and no other: a
 * general reader of SVG would fetch, style and script.
 */
export function drawSvg(sheet: Sheet, svg: string, x: number, y: number): void {
  const { document } = sheet
  let hidden = 0
  document.save().translate(x, y)
  for (const [, closing, name, written = '', empty, content = ''] of svg.matchAll(element)) {
    if (name === 'clipPath' || name === 'defs') hidden += closing === '/' ? -1 : empty === '/' ? 0 : 1
    if (closing === '/' || hidden > 0) continue
    const attributes = Object.fromEntries(
      [...written.matchAll(attribute)].map(([, key = '', value = '']) => [key, value]),
    )
    if (name === 'path' || name === 'rect' || name === 'circle') drawShape(document, name, attributes)
    if (name === 'text') drawSvgText(sheet, attributes, content)
  }
  document.restore()
}

function drawShape(document: PDFKit.PDFDocument, name: 'path' | 'rect' | 'circle', attributes: Attributes): void {
  const fill = ink(attributes.fill ?? '#000')
  const stroke = ink(attributes.stroke ?? 'none')
  if (fill === null && stroke === null) return
  const number = (key: string) => Number(attributes[key] ?? 0)
  document.save()
  moved(document, attributes.transform)
  if (name === 'path') document.path(attributes.d ?? '')
  else if (name === 'rect') document.rect(number('x'), number('y'), number('width'), number('height'))
  else document.circle(number('cx'), number('cy'), number('r'))

  if (stroke !== null) {
    document.lineWidth(Number(attributes['stroke-width'] ?? 1)).strokeColor(stroke)
    if (attributes['stroke-linejoin'] === 'round') document.lineJoin('round')
    const [dash, space] = (attributes['stroke-dasharray'] ?? '').split(/[ ,]+/).map(Number)
    if (dash !== undefined && dash > 0) document.dash(dash, { space: space ?? dash })
  }
  if (fill !== null) document.fillColor(fill)
  if (fill !== null && stroke !== null) document.fillAndStroke()
  else if (fill !== null) document.fill()
  else document.stroke()
  document.restore()
}

function ink(colour: string): string | null {
  if (colour === 'none') return null
  return /^#[0-9a-f]{3}$/i.test(colour) ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour
}

function moved(document: PDFKit.PDFDocument, transform: string | undefined): void {
  for (const [, kind, numbers = ''] of (transform ?? '').matchAll(/(translate|matrix|scale)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.split(/[ ,]+/).map(Number)
    if (kind === 'translate') document.translate(a, b)
    else if (kind === 'matrix') document.transform(a, b, c, d, e, f)
    else document.scale(a, b === 0 ? a : b)
  }
}

function drawSvgText(sheet: Sheet, attributes: Attributes, content: string): void {
  const size = Number(/font-size:([\d.]+)px/.exec(attributes.style ?? '')?.[1] ?? 12)
  const text = content.replace(/&(\w+|#\w+);/g, (whole, name: string) => entities[name] ?? whole)
  const [line] = composedText(text, { face: 'sans', size, width: Number.MAX_SAFE_INTEGER, align: 'start' }, sheet.faces)
  if (line === undefined) return
  const [, dx = 0, dy = 0] = (/translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(attributes.transform ?? '') ?? []).map(Number)
  const before =
    attributes['text-anchor'] === 'end' ? line.width : attributes['text-anchor'] === 'middle' ? line.width / 2 : 0
  const middle = Number(attributes.y ?? 0) + dy
  drawLine(sheet, line, {
    x: Number(attributes.x ?? 0) + dx - before,
    baseline: middle + 0.38 * size,
    size,
    colour: ink(attributes.fill ?? '#000') ?? '#000000',
  })
}
