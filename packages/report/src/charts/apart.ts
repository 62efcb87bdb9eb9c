/**
 * Middles of things that stand one above another and may not touch, each as near to where it belongs as the others allow.
 *
 * @param wanted where each belongs and how much room it takes, same unit as the bounds
 * @returns middles in the order of `wanted`; what does not fit between the bounds goes below the lower one
 */
export function apart(
  wanted: readonly { readonly middle: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a).middle - at(wanted, b).middle || a - b)
  const middles = wanted.map(({ middle }) => middle)
  let edge = bottom
  for (const index of order.toReversed()) {
    const { middle, height } = at(wanted, index)
    const placed = Math.min(middle, edge - height / 2)
    middles[index] = placed
    edge = placed - height / 2
  }
  edge = top
  for (const index of order) {
    const { height } = at(wanted, index)
    const placed = Math.max(middles[index] ?? 0, edge + height / 2)
    middles[index] = placed
    edge = placed + height / 2
  }
  return middles
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index}`)
  return item
}
