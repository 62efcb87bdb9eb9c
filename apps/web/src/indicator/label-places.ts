/** A text of a chart with the places where it may stand, best first. Sizes and places in CSS pixels. */
export type ChartLabel = {
  readonly key: string
  readonly lines: readonly string[]
  readonly places: readonly LabelPlace[]
}
export type LabelPlace = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
export type PlacedLabel = { readonly key: string; readonly lines: readonly string[] } & LabelPlace
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const lineHeight = 16
/** A Han character is as wide as it is high; digits and letters are about half of that. */
const charWidth = (char: string) => (char.charCodeAt(0) > 0x2e80 ? 12.5 : 7)
const widthOf = (line: string) => [...line].reduce((sum, char) => sum + charWidth(char), 0)

/** The space that a text takes; `y` is the base line of its first line. */
export function boxOf(lines: readonly string[], { x, y, anchor }: LabelPlace): Box {
  const width = Math.max(0, ...lines.map(widthOf))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const top = y - 12
  return { left, top, right: left + width, bottom: top + lines.length * lineHeight }
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const within = (inner: Box, outer: Box) =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

/**
 * Puts the labels of a chart where they cover nothing: in the order given, each at its first place that is free and inside. A label
 * without such a place is left out; its figure stands in the table and in the description.
 *
 * @param taken what is drawn already, as boxes
 */
export function placeLabels(
  labels: readonly ChartLabel[],
  bounds: Box,
  taken: readonly Box[] = [],
): readonly PlacedLabel[] {
  const boxes = [...taken]
  return labels.flatMap(({ key, lines, places }) => {
    const place = places.find((candidate) => {
      const box = boxOf(lines, candidate)
      return within(box, bounds) && !boxes.some((other) => overlap(box, other))
    })
    if (place === undefined) return []
    boxes.push(boxOf(lines, place))
    return [{ key, lines, ...place }]
  })
}
