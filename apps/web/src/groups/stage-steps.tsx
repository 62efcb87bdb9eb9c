import type { GroupMember } from '@xushi/contract'
import { shortDate } from '@xushi/wording'
import { useText, useWords } from '../language/language.tsx'
import { groupsWords } from './groups.words.ts'

type Stages = NonNullable<GroupMember['stages']>

/** The stages of a selection in a row: reached ones filled with their day, those to come hollow with the day planned. */
export function StageSteps({ stages, year }: { stages: Stages; year: string }) {
  const says = useWords(groupsWords)
  const text = useText()
  const furthest = stages.findLastIndex(({ reached }) => reached)
  return (
    <ol className="stage-steps" aria-label={says.stages}>
      {stages.map(({ id, name, reached, reachedOn, dueOn }, index) => {
        const day = reached ? reachedOn : dueOn
        return (
          <li
            key={id}
            data-reached={reached}
            data-passed={index < furthest}
            aria-current={index === furthest ? 'step' : undefined}
          >
            <svg width="16" height="16" aria-hidden="true">
              <circle
                cx="8"
                cy="8"
                r="6"
                fill={reached ? 'var(--ink)' : 'var(--bg)'}
                stroke={reached ? 'var(--ink)' : 'var(--line2)'}
                strokeWidth="1.8"
              />
            </svg>
            <span>{text(name)}</span>
            <span className="visually-hidden">{reached ? says.reached : says.notReached}</span>
            {day != null && (
              <span className="label">{reached ? shortDate(day, year) : says.due(shortDate(day, year))}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
