/** How far a pointer may be from a mark to mean it, in pixels along the axis; across it any distance will do. */
const reach = 40

/** The mark that a pointer means: of those within reach, the nearest, where distance along the axis counts more; null far from all. */
export function nearestMark(
  marks: readonly { readonly x: number; readonly y: number }[],
  x: number,
  y: number,
): number | null {
  const far = marks.map((mark) =>
    Math.abs(mark.x - x) > reach ? Number.POSITIVE_INFINITY : Math.hypot(mark.x - x, (mark.y - y) / 2),
  )
  const least = Math.min(...far)
  return Number.isFinite(least) ? far.indexOf(least) : null
}
