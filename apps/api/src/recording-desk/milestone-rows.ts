import type { MilestoneRow } from '@xushi/contract'
import { reachOf } from '@xushi/domain'
import { countedFilings, listFilings, nation } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { standingWire } from '../goals/milestones.service.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import { type GridAsked, goalOf, openStates } from './grid-asked.ts'

/** Milestones that are recorded for the region; for the nation those of everybody who records for it. */
export async function milestoneRows(indicators: readonly Indicator[], grid: GridAsked): Promise<MilestoneRow[]> {
  const { reading, region, month } = grid
  const mine = indicators.filter((one) => one.kind === 'milestone' && isRecordedIn(one, grid))
  const subjects = mine.map(({ id }) => id)
  if (subjects.length === 0) return []
  const filter = { kinds: ['milestone-event'], subjects, region } as const
  const counted = Map.groupBy(await countedFilings(reading, filter, null), ({ subject }) => subject)
  const open = await listFilings(reading, { ...filter, states: openStates }, { cursor: null, limit: 500 })
  return mine.map((one) => ({
    is: 'milestone',
    ...goalOf(one),
    standing: standingWire(counted.get(one.id) ?? [], month.endsOn, one),
    open: open.rows.find(({ subject }) => subject === one.id)?.state ?? null,
  }))
}

function isRecordedIn({ reportedBy }: Indicator, { region, person, view }: GridAsked): boolean {
  if (region === nation) return reachOf(person.role, 'progress:record') === 'nation'
  return view.units.some(
    (unit) =>
      unit.region === region &&
      reportedBy.region.some((who) => who === unit.kind || who === unit.id) &&
      reaches(person, 'progress:record', unit.id, view.units),
  )
}
