import { useQuery } from '@tanstack/react-query'
import type { MilestoneEvent, Narrative, PublishedFiling } from '@xushi/contract'
import { indicatorQuery } from '../api/queries.ts'
import { correctedMilestone, milestoneParts, typedMilestone } from '../goals/milestone-fields.tsx'
import { correctedNarrative, narrativeParts, typedNarrative } from '../goals/narrative-fields.tsx'
import { correctedPublished, publishedParts, typedPublished } from '../goals/published-fields.tsx'
import { ChangeFilingForm } from './filing-forms.tsx'

/** A filing about a goal, told apart by what only its kind has. */
export type GoalFiling = MilestoneEvent | Narrative | PublishedFiling

/** 更正 of what is approved, or 修改 of what is still open, for those who may: the form it was written with, filled in. */
export function ChangeFiling({ filing, settled }: { filing: GoalFiling; settled: (said: string) => void }) {
  if (!filing.moves.includes('correction') && !filing.moves.includes('edit')) return null
  if ('kind' in filing)
    return (
      <ChangeFilingForm
        filing={filing}
        start={typedMilestone(filing)}
        correct={correctedMilestone}
        parts={milestoneParts(filing.kind === 'issue')}
        settled={settled}
      />
    )
  if ('period' in filing)
    return (
      <ChangeFilingForm
        filing={filing}
        start={typedNarrative(filing)}
        correct={correctedNarrative}
        parts={narrativeParts}
        settled={settled}
      />
    )
  return <ChangePublished filing={filing} settled={settled} />
}

function ChangePublished({ filing, settled }: { filing: PublishedFiling; settled: (said: string) => void }) {
  const { data } = useQuery(indicatorQuery(filing.indicator, {}))
  if (data === undefined) return null
  return (
    <ChangeFilingForm
      filing={filing}
      start={typedPublished(filing)}
      correct={correctedPublished(data.judgement)}
      parts={publishedParts(data.judgement)}
      settled={settled}
    />
  )
}
