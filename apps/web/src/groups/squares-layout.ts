/** One square a case. `per`: how many cases a square stands for, more than one only where thousands would not fit. */
export type SquaresLayout = {
  readonly side: number
  readonly step: number
  readonly columns: number
  readonly per: number
  readonly width: number
  readonly height: number
}

/** How many squares of each kind: put forward or chosen, in the register besides, and missing to the target. */
export type SquareCounts = { readonly marked: number; readonly filled: number; readonly missing: number }

const fewest = 200
const most = 4000

/**
 * A block of squares for so many cases: large ones in rows of 20 up to two hundred, small ones in rows of 90 beyond.
 *
 * @param room width in pixels that the block may take; narrower blocks have shorter rows
 */
export function squaresLayout(cases: number, room = 600): SquaresLayout {
  const per = Math.max(1, Math.ceil(cases / most))
  const squares = Math.ceil(cases / per)
  const [side, step, wanted] = squares <= fewest ? [9, 11, 20] : [5, 6.6, 90]
  const columns = Math.max(1, Math.min(wanted, Math.floor((room + step - side) / step)))
  const rows = Math.max(1, Math.ceil(squares / columns))
  return { side, step, columns, per, width: columns * step - (step - side), height: rows * step - (step - side) }
}

/**
 * What the squares of a register mean. An unknown count has no squares at all: nothing is known to be there, and nothing to be missing.
 *
 * @param count  cases that count; null where that is unknown
 * @param needed how many the target asks for (101 for “more than 100”); null where it asks for no number
 */
export function squareCounts(count: number | null, needed: number | null, marked: number): SquareCounts {
  if (count === null) return { marked: 0, filled: 0, missing: 0 }
  const among = Math.min(marked, count)
  return { marked: among, filled: count - among, missing: Math.max(0, (needed ?? 0) - count) }
}

/** The path of the squares from one place to another in a layout. */
export function squaresPath({ side, step, columns }: SquaresLayout, from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = from + index
    const x = round((at % columns) * step)
    const y = round(Math.floor(at / columns) * step)
    return `M${x} ${y}h${side}v${side}h-${side}z`
  }).join('')
}

const round = (value: number) => Math.round(value * 100) / 100
