import { type BulletFigures, type BulletShape, bulletShape } from './bullet-geometry.ts'

const bar = 10

export type BulletProps = BulletFigures & {
  readonly width?: number
  readonly height?: number
  readonly isTotal?: boolean
  /** The same in words, for those who do not see it. */
  readonly label: string
}

/** Achievement against plan and target: bar, plan tick with its line, target with ◇. One component for every page. */
export function Bullet({ achieved, plan, width = 330, height = 40, isTotal = false, label }: BulletProps) {
  const shape = bulletShape({ achieved, plan }, width, isTotal)
  const middle = height / 2
  const top = middle - bar / 2
  return (
    <svg
      className="bullet"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <rect x="0" y={top} width={shape.full} height={bar} fill="var(--track)" />
      <Bar shape={shape} top={top} />
      <TargetMark at={shape.full} middle={middle} />
      {shape.planAt !== null && <PlanTick at={shape.planAt} middle={middle} height={height} />}
    </svg>
  )
}

function Bar({ shape, top }: { shape: BulletShape; top: number }) {
  const { barTo, end, cutAt } = shape
  if (barTo === null) return null
  if (end === 'hollow') {
    const width = Math.max(barTo - 5, 1)
    return (
      <g stroke="var(--actual)" strokeWidth="1.5">
        <rect x="0.75" y={top + 0.75} width={width} height={bar - 1.5} fill="var(--actual-soft)" />
        <path d={`M${width + 3.5} ${top}l5 5-5 5`} fill="none" />
      </g>
    )
  }
  const solid = end === 'striped' ? Math.max(barTo - 12, 0) : barTo
  return (
    <g fill="var(--actual)">
      <rect x="0" y={top} width={solid} height={bar} />
      {end === 'striped' &&
        [2, 6, 10].map((step) => <rect key={step} x={solid + step} y={top} width="2" height={bar} />)}
      {cutAt !== null && (
        <path
          d={`M${cutAt} ${top - 2}l-3 14M${cutAt + 4} ${top - 2}l-3 14`}
          stroke="var(--bg)"
          strokeWidth="1.6"
          fill="none"
        />
      )}
    </g>
  )
}

function TargetMark({ at, middle }: { at: number; middle: number }) {
  return (
    <g stroke="var(--target)">
      <path d={`M${at} ${middle - 9}v18`} stroke="var(--bg)" strokeWidth="4" />
      <path d={`M${at} ${middle - 9}v18`} strokeWidth="1.4" />
      <path d={`M${at} ${middle - 13}l3.5 4-3.5 4-3.5-4z`} fill="var(--bg)" strokeWidth="1.2" />
    </g>
  )
}

/** The tick with a halo, since ink on blue alone is too weak; the dotted line joins the ticks of all rows into one. */
function PlanTick({ at, middle, height }: { at: number; middle: number; height: number }) {
  return (
    <g stroke="var(--plan)">
      <path d={`M${at} 0v${height}`} strokeWidth="1" strokeDasharray="2 2" opacity=".55" />
      <path d={`M${at} ${middle - 8}v16`} stroke="var(--bg)" strokeWidth="5.6" />
      <path d={`M${at} ${middle - 8}v16`} strokeWidth="2.6" />
    </g>
  )
}
