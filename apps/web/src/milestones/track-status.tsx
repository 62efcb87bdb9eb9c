import type { MilestoneStanding } from '@xushi/contract'
import type { Status } from '@xushi/domain'
import { useWords } from '../language/language.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import { milestonesWords } from './milestones.words.ts'

/** The shape and colour of each state: those of the statuses that mean the same, with the words of milestones. */
export const shapeOfState: Readonly<Record<MilestoneStanding['state'], Status>> = {
  'not-recorded': 'no-data',
  planned: 'not-started',
  'under-way': 'on-schedule',
  slipped: 'slightly-behind',
  overdue: 'overdue',
  done: 'achieved',
}

/** How a milestone stands, as word, shape and colour. */
export function TrackStatus({ state }: { state: MilestoneStanding['state'] }) {
  const says = useWords(milestonesWords)
  const status = shapeOfState[state]
  return (
    <span className={`status status-${status} track-status`}>
      <StatusShape status={status} />
      <b>{says.states[state]}</b>
    </span>
  )
}
