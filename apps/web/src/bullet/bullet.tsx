import { type BulletFigures, type BulletShape, bulletShape } from './bullet-geometry.ts'

export type BulletProps = BulletFigures & {
  readonly width?: number
  readonly height?: number
  readonly isTotal?: boolean
  /** Height of the bar itself. */
  readonly bar?: number
  /** The same in words, for those who do not see it. */
  readonly label: string
}

/** Achievement against plan and target: bar, plan tick with its line, target with ◇. One component for every page. */
export function Bullet({ achieved, plan, width = 330, height = 40, isTotal = false, bar = 10, label }: BulletProps) {
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
      <Bar shape={shape} top={top} bar={bar} />
      <TargetMark at={shape.full} middle={middle} bar={bar} />
      {shape.planAt !== null && <PlanTick at={shape.planAt} middle={middle} height={height} bar={bar} />}
    </svg>
  )
}

function Bar({ shape, top, bar }: { shape: BulletShape; top: number; bar: number }) {
  const { barTo, end, cutAt } = shape
  if (barTo === null) return null
  if (end === 'hollow') {
    const width = Math.max(barTo - 5, 1)
    return (
      <g stroke="var(--actual)" strokeWidth="1.5">
        <rect x="0.75" y={top + 0.75} width={width} height={bar - 1.5} fill="var(--actual-soft)" />
        <path d={`M${width + 3.5} ${top}l5 ${bar / 2}-5 ${bar / 2}`} fill="none" />
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
          d={`M${cutAt} ${top - 2}l-3 ${bar + 4}M${cutAt + 4} ${top - 2}l-3 ${bar + 4}`}
          stroke="var(--bg)"
          strokeWidth="1.6"
          fill="none"
        />
      )}
    </g>
  )
}

function TargetMark({ at, middle, bar }: { at: number; middle: number; bar: number }) {
  const reach = bar / 2 + 4
  return (
    <g stroke="var(--target)">
      <path d={`M${at} ${middle - reach}v${2 * reach}`} stroke="var(--bg)" strokeWidth="4" />
      <path d={`M${at} ${middle - reach}v${2 * reach}`} strokeWidth="1.4" />
      <path d={`M${at} ${middle - reach - 4}l3.5 4-3.5 4-3.5-4z`} fill="var(--bg)" strokeWidth="1.2" />
    </g>
  )
}

/** The tick with a halo, since ink on blue alone is too weak; the dotted line joins the ticks of all rows into one. */
function PlanTick({ at, middle, height, bar }: { at: number; middle: number; height: number; bar: number }) {
  const reach = bar / 2 + 3
  return (
    <g stroke="var(--plan)">
      <path d={`M${at} 0v${height}`} strokeWidth="1" strokeDasharray="2 2" opacity=".55" />
      <path d={`M${at} ${middle - reach}v${2 * reach}`} stroke="var(--bg)" strokeWidth="5.6" />
      <path d={`M${at} ${middle - reach}v${2 * reach}`} strokeWidth="2.6" />
    </g>
  )
}
