const svgNamespace = 'http://www.w3.org/2000/svg'
const sides = ['top', 'right', 'bottom', 'left'] as const
type Side = (typeof sides)[number]
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Ground, hatch, edges and outline of a box of the page, drawn relative to an origin. */
export function drawnBox(box: Box, computed: CSSStyleDeclaration, origin: Pick<Box, 'left' | 'top'>): SVGElement[] {
  // A rectangle of the page cannot be spread: its sides are no properties of its own.
  const { width, height } = box
  const at = { left: box.left - origin.left, top: box.top - origin.top, width, height }
  if (at.width <= 0 && at.height <= 0) return []
  const radius = Number.parseFloat(computed.borderTopLeftRadius) || 0
  return [
    ...(isClear(computed.backgroundColor) ? [] : [rect(at, 0, { fill: computed.backgroundColor, rx: radius })]),
    ...hatch(at, computed.backgroundImage),
    ...edges(at, computed, radius),
    ...rimmed(at, computed),
    ...outlined(at, computed),
  ]
}

/** What a style sheet draws before or behind an element's content, where it is positioned and holds no words. */
export function drawnPseudo(element: Element, which: '::before' | '::after', origin: Box): SVGElement[] {
  const computed = getComputedStyle(element, which)
  if (computed.content !== '""' || computed.position !== 'absolute' || computed.display === 'none') return []
  const own = element.getBoundingClientRect()
  const parent = getComputedStyle(element)
  const number = (value: string) => Number.parseFloat(value) || 0
  const isWhole = computed.boxSizing === 'border-box'
  const across = isWhole ? 0 : number(computed.borderLeftWidth) + number(computed.borderRightWidth)
  const down = isWhole ? 0 : number(computed.borderTopWidth) + number(computed.borderBottomWidth)
  const box = {
    left: own.left + number(parent.borderLeftWidth) + number(computed.left),
    top: own.top + number(parent.borderTopWidth) + number(computed.top),
    width: number(computed.width) + across,
    height: number(computed.height) + down,
  }
  const borders = number(computed.borderLeftWidth) + number(computed.borderRightWidth)
  if (borders > 2 && Math.abs(box.width - borders) < 0.1) return corners(box, computed, origin)
  return drawnBox(box, computed, origin)
}

/** A box that is nothing but its edges: each is a triangle to the middle. */
function corners(box: Box, computed: CSSStyleDeclaration, origin: Pick<Box, 'left' | 'top'>): SVGElement[] {
  const [left, top] = [box.left - origin.left, box.top - origin.top]
  const [right, bottom] = [left + box.width, top + box.height]
  const middle = `${round((left + right) / 2)} ${round((top + bottom) / 2)}`
  const ends: Readonly<Record<Side, string>> = {
    top: `M${left} ${top}H${right}L`,
    right: `M${right} ${top}V${bottom}L`,
    bottom: `M${left} ${bottom}H${right}L`,
    left: `M${left} ${top}V${bottom}L`,
  }
  return sides.flatMap((side) => {
    const { color } = edgeOf(computed, side)
    return isClear(color) ? [] : [node('path', { d: `${ends[side]}${middle}z`, fill: color })]
  })
}

function edges(at: Box, computed: CSSStyleDeclaration, radius: number): SVGElement[] {
  const all = sides.map((side) => ({ side, ...edgeOf(computed, side) }))
  const [first] = all
  const isEven =
    first !== undefined &&
    all.every(({ width, color, style }) => width === first.width && color === first.color && style === first.style)
  if (first !== undefined && isEven) {
    return isDrawn(first) ? [rect(at, first.width / 2, { fill: 'none', rx: radius, ...stroke(first) })] : []
  }
  return all.filter(isDrawn).map((edge) => node('path', { d: edgeLine(at, edge), ...stroke(edge) }))
}

type Edge = { readonly width: number; readonly style: string; readonly color: string }

const edgeOf = (computed: CSSStyleDeclaration, side: Side): Edge => ({
  width: Number.parseFloat(computed.getPropertyValue(`border-${side}-width`)) || 0,
  style: computed.getPropertyValue(`border-${side}-style`),
  color: computed.getPropertyValue(`border-${side}-color`),
})

const isDrawn = ({ width, style, color }: Edge) =>
  width > 0 && style !== 'none' && style !== 'hidden' && !isClear(color)

function stroke({ width, style, color }: Edge) {
  const dashes = style === 'dashed' ? `${width * 3} ${width * 2}` : style === 'dotted' ? `${width} ${width}` : null
  return { stroke: color, 'stroke-width': width, ...(dashes === null ? {} : { 'stroke-dasharray': dashes }) }
}

function edgeLine({ left, top, width, height }: Box, { side, width: thick }: Edge & { readonly side: Side }): string {
  const half = thick / 2
  if (side === 'top') return `M${round(left)} ${round(top + half)}h${round(width)}`
  if (side === 'bottom') return `M${round(left)} ${round(top + height - half)}h${round(width)}`
  return `M${round(side === 'left' ? left + half : left + width - half)} ${round(top)}v${round(height)}`
}

/** A rim drawn as a shadow inside the box. */
function rimmed(at: Box, { boxShadow }: CSSStyleDeclaration): SVGElement[] {
  const rim = /^(.*?) 0px 0px 0px ([\d.]+)px inset$/.exec(boxShadow)
  const width = Number(rim?.[2] ?? 0)
  return rim?.[1] === undefined ? [] : [rect(at, width / 2, { fill: 'none', stroke: rim[1], 'stroke-width': width })]
}

function outlined(at: Box, computed: CSSStyleDeclaration): SVGElement[] {
  const edge = {
    width: Number.parseFloat(computed.outlineWidth) || 0,
    style: computed.outlineStyle,
    color: computed.outlineColor,
  }
  if (!isDrawn(edge) || edge.style === 'auto') return []
  const offset = Number.parseFloat(computed.outlineOffset) || 0
  return [rect(at, -offset - edge.width / 2, { fill: 'none', ...stroke(edge) })]
}

/** Slanting lines, as a ground that repeats: what is not reported. */
function hatch(at: Box, image: string): SVGElement[] {
  const drawn = /^repeating-linear-gradient\(135deg, .*?(rgba?\([^)]*\)) ([\d.]+)px,? ?(?:\1 )?([\d.]+)px\)$/.exec(
    image.replace(/rgba\(0, 0, 0, 0\)/g, 'clear'),
  )
  const [color, from, to] = [drawn?.[1], Number(drawn?.[2]), Number(drawn?.[3])]
  if (color === undefined || !(to > from)) return []
  // The lines of 135deg run up to the right; each meets the edges every `to` times the root of two.
  const step = to * Math.SQRT2
  const [right, bottom] = [at.left + at.width, at.top + at.height]
  const lines: string[] = []
  for (let away = step / 2; away < at.width + at.height; away += step) {
    const start = away <= at.height ? [at.left, at.top + away] : [at.left + away - at.height, bottom]
    const end = away <= at.width ? [at.left + away, at.top] : [right, at.top + away - at.width]
    lines.push(`M${start.map(round).join(' ')}L${end.map(round).join(' ')}`)
  }
  return [node('path', { d: lines.join(''), fill: 'none', stroke: color, 'stroke-width': to - from })]
}

const isClear = (color: string) => color === 'transparent' || /^rgba\(.*, 0\)$/.test(color)

type Attributes = Readonly<Record<string, string | number>>

function rect({ left, top, width, height }: Box, inset: number, attributes: Attributes): SVGElement {
  const { rx, ...others } = attributes
  return node('rect', {
    x: round(left + inset),
    y: round(top + inset),
    width: round(Math.max(width - 2 * inset, 0)),
    height: round(Math.max(height - 2 * inset, 0)),
    ...(rx === undefined || rx === 0 ? {} : { rx }),
    ...others,
  })
}

function node(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

const round = (value: number) => Math.round(value * 100) / 100
