/** A source in the drawing: where its squares lie, how many of its cases are put forward, and how many of those are chosen. */
export type FlowSource = {
  readonly squares: { readonly width: number; readonly top: number; readonly height: number }
  readonly candidates: number
  readonly chosen: number
}

/** The bar of a source's candidates, the ribbon that leads to it, and the ribbon from its chosen ones to the seats. */
export type FlowNode = {
  readonly top: number
  readonly height: number
  readonly ribbon: string | null
  readonly chosen: string | null
}

export type FlowLayout = {
  readonly nodes: readonly FlowNode[]
  /** What leads from all candidates to the seats that nobody has yet; null once somebody is chosen, or where nobody is put forward. */
  readonly open: string | null
}

type Frame = {
  /** Left edge of the bars, and of the seats. */
  readonly barAt: number
  readonly seatsAt: number
  readonly seats: { readonly top: number; readonly height: number }
  /** Between two bars. */
  readonly gap: number
}

export const barWidth = 10
const gapBesideSquares = 8
const widest = 3
const mostHeight = 120

/**
 * Ribbons as wide as the candidates are many: one measure for all sources, so that their widths compare. No ribbon comes from a source
 * that nobody was put forward from. The bars stand around the middle of the seats while nobody has one, and each beside its own
 * seats from then on.
 */
export function flowLayout(sources: readonly FlowSource[], { barAt, seatsAt, seats, gap }: Frame): FlowLayout {
  const unit = unitOf(sources)
  const chosenInAll = sources.reduce((sum, { chosen }) => sum + chosen, 0)
  const seatUnit = chosenInAll === 0 ? 0 : seats.height / chosenInAll
  const all = sources.reduce((sum, { candidates }) => sum + candidates * unit, gap * (sources.length - 1))
  let free = chosenInAll === 0 ? seats.top + (seats.height - all) / 2 : seats.top
  let seatTop = seats.top
  const nodes = sources.map(({ squares, candidates, chosen }): FlowNode => {
    const height = candidates * unit
    // As level with its own seats as the bar before it allows.
    const top = chosen === 0 ? free : Math.max(free, seatTop + (chosen * seatUnit - height) / 2)
    const node = { top, height }
    const from = { x: squares.width + gapBesideSquares, top: squares.top + (squares.height - height) / 2, height }
    const ribbon = candidates === 0 ? null : ribbonPath(from, { x: barAt, top, height })
    const seated = { x: seatsAt, top: seatTop, height: chosen * seatUnit }
    const leaving = { x: barAt + barWidth, top, height: chosen * unit }
    const path = chosen === 0 ? null : ribbonPath(leaving, seated)
    free = top + height + gap
    seatTop += seated.height
    return { ...node, ribbon, chosen: path }
  })
  const first = nodes.find(({ height }) => height > 0)
  const last = nodes.findLast(({ height }) => height > 0)
  const open =
    first === undefined || last === undefined || chosenInAll > 0
      ? null
      : ribbonPath(
          { x: barAt + barWidth, top: first.top, height: last.top + last.height - first.top },
          { x: seatsAt, top: seats.top, height: seats.height },
        )
  return { nodes, open }
}

/** Pixels a candidate: at most three, and never so many that a ribbon is wider than the squares it comes from. */
function unitOf(sources: readonly FlowSource[]): number {
  const all = sources.reduce((sum, { candidates }) => sum + candidates, 0)
  const limits = sources.flatMap(({ squares, candidates }) =>
    candidates === 0 || squares.height === 0 ? [] : [squares.height / candidates],
  )
  return Math.min(widest, all === 0 ? widest : mostHeight / all, ...limits)
}

type Edge = { readonly x: number; readonly top: number; readonly height: number }

/** A band between two upright edges, leaving and reaching them level. */
function ribbonPath(from: Edge, to: Edge): string {
  const bend = (to.x - from.x) * 0.5
  const [a, b] = [from.top + from.height, to.top + to.height].map(round)
  const x = [from.x, from.x + bend, to.x - bend, to.x].map(round)
  return (
    `M${x[0]} ${round(from.top)}C${x[1]} ${round(from.top)} ${x[2]} ${round(to.top)} ${x[3]} ${round(to.top)}` +
    `V${b}C${x[2]} ${b} ${x[1]} ${a} ${x[0]} ${a}Z`
  )
}

const round = (value: number) => Math.round(value * 10) / 10
