const svgNamespace = 'http://www.w3.org/2000/svg'

/** What a picture may hold. Whatever is not here (scripts, foreign elements, links, images, animation) stays behind. */
const elements = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'defs',
  'pattern',
  'clipPath',
  'linearGradient',
  'stop',
])

/** Where things are; the rest is taken from the page as it is in force. */
const geometry = new Set(
  (
    'id x y x1 x2 y1 y2 cx cy r rx ry d dx dy points width height viewBox transform preserveAspectRatio offset ' +
    'patternUnits patternContentUnits patternTransform gradientUnits gradientTransform clipPathUnits textLength lengthAdjust'
  ).split(' '),
)

/** What a style sheet may say of an element, and what it need not repeat. */
const styles: readonly (readonly [property: string, usual: string])[] = [
  ['fill', 'never'],
  ['fill-opacity', '1'],
  ['fill-rule', 'nonzero'],
  ['stroke', 'none'],
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['stroke-opacity', '1'],
  ['opacity', '1'],
  ['clip-path', 'none'],
]
const textStyles: readonly (readonly [property: string, usual: string])[] = [
  ['font-size', 'never'],
  ['font-weight', 'never'],
  ['font-style', 'normal'],
  ['letter-spacing', 'normal'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
  ['paint-order', 'normal'],
  ['text-decoration-line', 'none'],
]

/**
 * A copy of an SVG element that looks the same without the page: every colour, width and type face that variables and style sheets
 * give it stands in it as an attribute. Only drawing is copied; names, roles, handlers, scripts and foreign elements are not.
 *
 * @param source an element on the page, since only what is on a page has a style
 */
export function withOwnStyles(source: SVGSVGElement): SVGSVGElement {
  const copy = copied(source)
  return copy instanceof SVGSVGElement ? copy : document.createElementNS(svgNamespace, 'svg')
}

function copied(source: Element): SVGElement | null {
  if (source.namespaceURI !== svgNamespace || !elements.has(source.localName)) return null
  const computed = getComputedStyle(source)
  if (computed.display === 'none' || computed.visibility === 'hidden') return null
  const copy = document.createElementNS(svgNamespace, source.localName)
  for (const { name, value } of source.attributes) if (geometry.has(name)) copy.setAttribute(name, value)
  if (source.localName === 'svg') {
    if (computed.overflow !== 'hidden') copy.setAttribute('overflow', 'visible')
  } else {
    const isText = source.localName === 'text' || source.localName === 'tspan'
    for (const [property, usual] of isText ? [...styles, ...textStyles] : styles) put(copy, computed, property, usual)
    if (source.localName === 'stop') put(copy, computed, 'stop-color', 'never')
  }
  for (const child of source.childNodes) {
    const inside = child instanceof Element ? copied(child) : child instanceof Text ? child.cloneNode() : null
    if (inside !== null) copy.append(inside)
  }
  return copy
}

function put(copy: Element, computed: CSSStyleDeclaration, property: string, usual: string): void {
  const value = computed.getPropertyValue(property)
  if (value === '' || value === usual) return
  copy.setAttribute(property === 'text-decoration-line' ? 'text-decoration' : property, value)
}
