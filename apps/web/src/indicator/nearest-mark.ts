/** How far a pointer may be from a mark to mean it, in pixels along the axis; across it any distance will do. */
const reach = 40

/** The mark that a pointer means: the nearest one, where distance along the axis counts more than distance across; null far from all. */
export function nearestMark(
  marks: readonly { readonly x: number; readonly y: number }[],
  x: number,
  y: number,
): number | null {
  const far = marks.map((mark) => Math.hypot(mark.x - x, (mark.y - y) / 2))
  const least = Math.min(...far)
  const index = far.indexOf(least)
  const mark = marks[index]
  return mark === undefined || Math.abs(mark.x - x) > reach ? null : index
}
