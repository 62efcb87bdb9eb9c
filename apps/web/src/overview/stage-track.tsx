import { useLanguage } from '../language/language.tsx'
import type { Target } from './summary.ts'

type Stages = NonNullable<Target['stages']>

/** A selection before its publication: stages reached are filled, the one under way is bold; no bar, since nothing counts yet. */
export function StageTrack({ stages }: { stages: Stages }) {
  const { language } = useLanguage()
  const step = stages.length > 1 ? Math.min(84, 250 / (stages.length - 1)) : 0
  const furthest = stages.findLastIndex(({ reached }) => reached)
  const label = stages.map(({ name, reached }) => `${name[language]}${reached ? ' ✓' : ''}`).join('，')
  return (
    <svg width="330" height="40" viewBox="0 0 330 40" role="img" aria-label={label}>
      {stages.map((stage, index) => {
        const x = 36 + index * step
        const isDone = index < furthest
        return (
          <g key={stage.id}>
            {index < stages.length - 1 && (
              <path
                d={`M${x} 13h${step}`}
                stroke={isDone ? 'var(--on-schedule)' : 'var(--line2)'}
                strokeWidth={isDone ? 2 : 1}
              />
            )}
            <circle
              cx={x}
              cy="13"
              r="4.5"
              fill={stage.reached ? 'var(--on-schedule)' : 'var(--bg)'}
              stroke={stage.reached ? 'var(--on-schedule)' : 'var(--line2)'}
              strokeWidth="1.5"
            />
            <text x={x} y="33" textAnchor="middle" className={index === furthest ? 'strong' : ''}>
              {stage.name[language]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
