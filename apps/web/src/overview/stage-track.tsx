import type { Target } from '@xushi/wording'
import { useLanguage } from '../language/language.tsx'

type Stages = NonNullable<Target['stages']>

/** A selection before its publication: stages reached are filled, the one under way is bold; no bar, since nothing counts yet. */
export function StageTrack({ stages }: { stages: Stages }) {
  const { language } = useLanguage()
  const step = stages.length > 1 ? Math.min(84, 250 / (stages.length - 1)) : 0
  const furthest = stages.findLastIndex(({ reached }) => reached)
  const line = language === 'en' && stages.length > 3 ? 19 : 13
  const label = stages.map(({ name, reached }) => `${name[language]}${reached ? ' ✓' : ''}`).join('，')
  return (
    <svg className="stage-track" width="330" height="40" viewBox="0 0 330 40" role="img" aria-label={label}>
      {stages.map((stage, index) => {
        const x = 36 + index * step
        const isDone = index < furthest
        // English words are too long to stand side by side: every other one goes above the line.
        const isAbove = language === 'en' && stages.length > 3 && index % 2 === 1
        return (
          <g key={stage.id}>
            {index < stages.length - 1 && (
              <path
                d={`M${x} ${line}h${step}`}
                stroke={isDone ? 'var(--on-schedule)' : 'var(--line2)'}
                strokeWidth={isDone ? 2 : 1}
              />
            )}
            <circle
              cx={x}
              cy={line}
              r="4.5"
              fill={stage.reached ? 'var(--on-schedule)' : 'var(--bg)'}
              stroke={stage.reached ? 'var(--on-schedule)' : 'var(--line2)'}
              strokeWidth="1.5"
            />
            <text x={x} y={isAbove ? 10 : 34} textAnchor="middle" className={index === furthest ? 'strong' : ''}>
              {stage.name[language]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
