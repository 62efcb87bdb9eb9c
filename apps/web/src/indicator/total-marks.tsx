import { brokenPath, type Space, type Spot } from './progress-layout.ts'
import type { ProgressPoint } from './progress-series.ts'

type TotalsProps = {
  readonly points: readonly ProgressPoint[]
  readonly at: (day: number, value: number) => Spot
  readonly colour: string
}

/** Only ends of periods: a published figure between two of them must not look like a missing period. */
const periodsOf = (points: readonly ProgressPoint[]) => points.filter(({ isPeriodEnd }) => isPeriodEnd)

/** The total of the regions, or of the register: a line through what is complete, a dotted one through what is not. */
export function TotalLines({ points, at, colour }: TotalsProps) {
  const spots = (key: 'regional' | 'partial') =>
    periodsOf(points).map(({ day, [key]: value }) => (value === null ? null : at(day, value)))
  return (
    <>
      <path d={brokenPath(spots('regional'))} fill="none" stroke={colour} strokeWidth="2" />
      <path d={brokenPath(spots('partial'))} fill="none" stroke={colour} strokeWidth="1.6" strokeDasharray="3 3" />
    </>
  )
}

/** A square for each period of the span that is shown, whole also at its ends; hollow where somebody is missing. */
export function TotalMarks({ points, at, colour, space: { left, right } }: TotalsProps & { readonly space: Space }) {
  return periodsOf(points).map(({ on, day, regional, partial }) => {
    const value = regional ?? partial
    if (value === null) return null
    const { x, y } = at(day, value)
    if (x < left - 0.5 || x > right + 0.5) return null
    const [fill, line] = regional === null ? ['var(--bg)', colour] : [colour, 'none']
    return <rect key={on} x={x - 4} y={y - 4} width="8" height="8" fill={fill} stroke={line} strokeWidth="1.6" />
  })
}
