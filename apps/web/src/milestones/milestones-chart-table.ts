import type { MilestoneTrack } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import type { ChartTable, TableValue } from '../chart-download/chart-file.ts'
import type { milestonesWords } from './milestones.words.ts'
import type { ListedAspect } from './timeline-rows.ts'

type Says = (typeof milestonesWords)['en']

/** What the timeline shows, as a table to take away: each record of a milestone in a row, and one row where there is none. */
export function milestonesChartTable(
  aspects: readonly ListedAspect[],
  language: Language,
  says: Says,
  regionName: (code: string) => string,
): ChartTable {
  const { goal, name, region, on, what, expectedOn, document, note } = says.columns
  const rows = aspects.flatMap(({ rows: listed }) =>
    listed.flatMap(({ milestone, tracks }) => {
      const head = [milestone.goal, milestone.name[language]]
      if (tracks.length === 0) return [[...head, null, null, null, null, null, null, null]]
      return tracks.flatMap((track) => rowsOf(track, head, says, regionName))
    }),
  )
  return { columns: [goal, name, region, says.file.state, on, what, expectedOn, document, note], rows }
}

function rowsOf(
  { region, standing, events, expected }: MilestoneTrack,
  head: readonly TableValue[],
  says: Says,
  regionName: (code: string) => string,
): readonly (readonly TableValue[])[] {
  const start = [...head, region === null ? says.nation : regionName(region), says.states[standing.state]]
  if (events.length === 0) return [[...start, null, null, expected.at(-1)?.on ?? null, null, null]]
  return events.map((event) => [
    ...start,
    event.on,
    eventWord(event, says),
    event.expectedOn,
    event.documentNumber,
    event.note === '' ? null : event.note,
  ])
}

/** What was recorded, in words: 第3期, 进展到 征求意见. */
export function eventWord({ kind, number, stage }: MilestoneTrack['events'][number], says: Says): string {
  const word = kind === 'issue' && number !== null ? says.number(number) : says.kinds[kind]
  return stage === null ? word : `${word} ${stage}`
}
