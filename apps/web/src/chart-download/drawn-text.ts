const svgNamespace = 'http://www.w3.org/2000/svg'

type Line = { text: string; left: number; top: number; right: number; height: number }

/** A text of the page as it is broken there: one text of SVG for each line, as wide as it is. */
export function drawnText(node: Text, computed: CSSStyleDeclaration, origin: DOMRect): SVGElement[] {
  return linesOf(node).map(({ text, left, top, right, height }) => {
    const made = document.createElementNS(svgNamespace, 'text')
    const { ascent, descent } = heightsOf(computed)
    made.setAttribute('x', String(round(left - origin.left)))
    made.setAttribute('y', String(round(top - origin.top + (height - ascent - descent) / 2 + ascent)))
    made.setAttribute('font-size', computed.fontSize)
    made.setAttribute('font-weight', computed.fontWeight)
    made.setAttribute('fill', computed.color)
    // A viewer with another type face keeps the width, so that nothing runs into what stands beside.
    if ([...text].length > 1) made.setAttribute('textLength', String(round(right - left)))
    made.textContent = text
    return made
  })
}

function linesOf(node: Text): readonly Line[] {
  const { data } = node
  const [start, end] = [data.search(/\S/), data.trimEnd().length]
  if (start < 0) return []
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [only] = rects
  if (only === undefined) return []
  if (rects.length === 1) return [lineOf(data.slice(start, end), only)]

  const lines: Line[] = []
  let place = start
  for (const character of data.slice(start, end)) {
    range.setStart(node, place)
    place += character.length
    range.setEnd(node, place)
    const rect = range.getClientRects()[0]
    // Space that a line break swallowed has no width.
    if (rect === undefined || rect.width === 0) continue
    const last = lines.at(-1)
    if (last === undefined || rect.top > last.top + 2 || rect.left < last.right - 2) lines.push(lineOf(character, rect))
    else {
      last.text += character
      last.right = rect.right
    }
  }
  return lines.filter(({ text }) => text.trim() !== '')
}

const lineOf = (text: string, { left, top, right, height }: DOMRect): Line => ({
  text: text.replace(/\s+/g, ' '),
  left,
  top,
  right,
  height,
})

const context = document.createElement('canvas').getContext('2d')
const known = new Map<string, { readonly ascent: number; readonly descent: number }>()

/** How far the type face reaches above and below the line that letters stand on. */
function heightsOf({ fontSize, fontWeight, fontFamily }: CSSStyleDeclaration) {
  const font = `${fontWeight} ${fontSize} ${fontFamily}`
  const before = known.get(font)
  if (before !== undefined) return before
  const size = Number.parseFloat(fontSize)
  if (context !== null) context.font = font
  const measured = context?.measureText('国')
  const heights = {
    ascent: measured?.fontBoundingBoxAscent ?? size * 0.88,
    descent: measured?.fontBoundingBoxDescent ?? size * 0.12,
  }
  known.set(font, heights)
  return heights
}

const round = (value: number) => Math.round(value * 100) / 100
