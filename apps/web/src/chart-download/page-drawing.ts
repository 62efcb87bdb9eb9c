import { drawnBox, drawnPseudo } from './drawn-box.ts'
import { drawnText } from './drawn-text.ts'
import { withOwnStyles } from './own-styles.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** Something drawn, with the layer it lies in: what is positioned higher is drawn later. */
type Layered = { readonly layer: number; readonly node: SVGElement }

/**
 * A part of the page as one SVG drawing, as it looks now: grounds, edges, hatches, texts line by line, and the drawings in it. For
 * charts that are laid out as HTML, such as a grid of tiles or rows with a drawing in each.
 *
 * What is not shown, and what is only for a screen (`no-print`: buttons, hints on keys) or opens
 * something, is left out.
 */
export function pageDrawing(root: HTMLElement): SVGSVGElement {
  const box = root.getBoundingClientRect()
  const svg = document.createElementNS(svgNamespace, 'svg')
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)]
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const found: Layered[] = []
  walk(root, { origin: box, layer: 0, opacity: 1, found })
  // Sorting keeps the order of what lies in one layer.
  svg.append(...found.toSorted((a, b) => a.layer - b.layer).map(({ node }) => node))
  return svg
}

type Walk = {
  readonly origin: DOMRect
  readonly layer: number
  readonly opacity: number
  readonly found: Layered[]
}

function walk(element: Element, at: Walk): void {
  const computed = getComputedStyle(element)
  if (isLeftOut(element, computed)) return
  const layer = at.layer + (computed.position === 'static' ? 0 : Number.parseInt(computed.zIndex, 10) || 0)
  const inside = { ...at, layer, opacity: at.opacity * Number(computed.opacity) }
  const add = (nodes: readonly SVGElement[]) => {
    for (const node of nodes) {
      if (inside.opacity < 1) node.setAttribute('opacity', String(inside.opacity))
      at.found.push({ layer, node })
    }
  }
  if (element instanceof SVGSVGElement) {
    add([placed(element, at.origin)])
    return
  }
  add(drawnBox(element.getBoundingClientRect(), computed, at.origin))
  add(drawnPseudo(element, '::before', at.origin))
  for (const child of element.childNodes) {
    if (child instanceof Element) walk(child, inside)
    else if (child instanceof Text) add(drawnText(child, computed, at.origin))
  }
  add(drawnPseudo(element, '::after', at.origin))
}

function isLeftOut(element: Element, computed: CSSStyleDeclaration): boolean {
  return (
    element.classList.contains('no-print') ||
    element.localName === 'details' ||
    computed.clipPath === 'inset(50%)' ||
    Number(computed.opacity) === 0 ||
    !element.checkVisibility({ visibilityProperty: true })
  )
}

function placed(svg: SVGSVGElement, origin: DOMRect): SVGElement {
  const { left, top, width, height } = svg.getBoundingClientRect()
  const copy = withOwnStyles(svg)
  copy.setAttribute('x', String(round(left - origin.left)))
  copy.setAttribute('y', String(round(top - origin.top)))
  copy.setAttribute('width', String(round(width)))
  copy.setAttribute('height', String(round(height)))
  return copy
}

const round = (value: number) => Math.round(value * 100) / 100
