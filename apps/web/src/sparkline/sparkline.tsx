export type SparklineProps = {
  readonly on: readonly string[]
  readonly value: readonly (number | null)[]
  /** Recorded totals are joined by a line; published figures are single hollow marks. */
  readonly joined: boolean
  readonly label: string
}

/** The space a line is drawn in, how far it stays from its edges, and the values at bottom and top: by default its own least and most. */
export type LineBox = {
  readonly width: number
  readonly height: number
  readonly edge: number
  readonly axis?: { readonly from: number; readonly to: number }
}

const smallBox: LineBox = { width: 96, height: 26, edge: 4 }

/** A small trend over time: a gap is a gap, and the last point is marked. */
export function Sparkline({ on, value, joined, label }: SparklineProps) {
  const places = sparkPlaces(on, value)
  const last = places.at(-1)
  if (last === undefined) return null
  const { width, height } = smallBox
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={`M0 ${height - 0.5}h${width}`} stroke="var(--line)" />
      {joined && <path d={linePath(on, value)} fill="none" stroke="var(--actual)" strokeWidth="1.6" />}
      {(joined ? [last] : places).map(({ x, y }) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r="3"
          fill={joined ? 'var(--actual)' : 'var(--bg)'}
          stroke="var(--actual)"
          strokeWidth="1.6"
        />
      ))}
    </svg>
  )
}

/** Where the known points stand; the time axis is true to the days. */
export function sparkPlaces(
  on: readonly string[],
  value: readonly (number | null)[],
  { width, height, edge, axis }: LineBox = smallBox,
): readonly { x: number; y: number }[] {
  const times = on.map((date) => Date.parse(date))
  const [first = 0, end = 0] = [times[0], times.at(-1)]
  const known = value.filter((point) => point !== null)
  const [low, high] = [axis?.from ?? Math.min(...known), axis?.to ?? Math.max(...known)]
  return value.flatMap((point, index) => {
    if (point === null) return []
    const time = times[index] ?? first
    const across = end === first ? 1 : (time - first) / (end - first)
    const up = high === low ? (axis === undefined ? 0.5 : 0) : (point - low) / (high - low)
    return [{ x: edge + across * (width - 2 * edge), y: height - edge - up * (height - 2 * edge) }]
  })
}

/** One path; a missing value lifts the pen. */
export function linePath(on: readonly string[], value: readonly (number | null)[], box: LineBox = smallBox): string {
  const places = sparkPlaces(on, value, box)
  let next = 0
  let pen = 'M'
  return value
    .map((point) => {
      if (point === null) {
        pen = 'M'
        return ''
      }
      const place = places[next]
      next += 1
      const step = `${pen}${place?.x.toFixed(1)} ${place?.y.toFixed(1)}`
      pen = 'L'
      return step
    })
    .join('')
}
