import type { MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { overdueCount, trackSentence } from '@xushi/wording'
import { dateCell, textCell } from '../cells.ts'
import type { ReportCell, ReportSection } from '../report-model.ts'
import { start, tableOf, tableSection } from '../table-of.ts'
import type { Telling } from '../told.ts'

/** What the table says of one milestone, or of one region on its way. */
type Row = {
  readonly goal: string
  readonly name: string
  readonly state: string
  readonly before: string
  readonly expected: ReportCell
  readonly words: string
}

/** 里程碑: every milestone with its state, its expected day, and the days that were given up. */
export function milestonesSection(
  telling: Telling,
  isListed: ((track: MilestoneTrack) => boolean) | null = null,
): ReportSection {
  const { material, says } = telling
  const { columns } = says
  const rows = material.milestones.milestones.flatMap((milestone) => [
    ...(milestone.tracks ?? [])
      .filter((track) => isOwn(track, telling) && (isListed === null || isListed(track)))
      .map((track) => trackRow(milestone, track, telling)),
    ...(isListed === null ? coverageRow(milestone, telling) : []),
  ])
  const table = tableOf({ id: 'milestones', caption: says.tables.milestones, note: says.notes.milestones }, rows, [
    start(columns.goal, 3, ({ goal }) => textCell(goal)),
    start(columns.milestone, 8, ({ name }) => textCell(name)),
    start(columns.state, 4, ({ state }) => textCell(state)),
    start(columns.before, 6, ({ before }) => textCell(before)),
    start(columns.expectedOn, 6, ({ expected }) => expected),
    start(columns.words, 15, ({ words }) => textCell(words)),
  ])
  return tableSection({ id: 'milestones', heading: says.headings.milestones }, table, telling)
}

/** What regions are encouraged to do has no status: how many have it, for the nation or the one region. */
function coverageRow({ goal, name, coverage }: TrackedMilestone, { says, language, material }: Telling): Row[] {
  const { region } = material.request
  const own = (coverage ?? []).filter((one) => region === '000000' || one.region === region)
  const [first] = own
  if (first === undefined) return []
  if (region !== '000000') {
    const state = says.coverageStates[first.state]
    return [
      { goal, name: name[language], state, before: '—', expected: dateCell(first.on), words: first.document ?? '—' },
    ]
  }
  const count = (wanted: string) => own.filter(({ state }) => state === wanted).length
  const words = says.coverage(count('done'), count('under-way'), count('not-yet'), count('unreported'))
  return [{ goal, name: name[language], state: '—', before: '—', expected: dateCell(null), words }]
}

/** How many milestones a report is about, done and overdue: of a region those that it recorded or is asked for. */
export function milestoneCounts({ material }: Telling) {
  const { request, dashboard, milestones } = material
  if (request.region === '000000') {
    const done = dashboard.milestones.filter(({ standing }) => standing?.state === 'done').length
    return { all: dashboard.milestones.length, done, overdue: overdueCount(dashboard) }
  }
  const states = milestones.milestones.flatMap(({ tracks, coverage }): string[] => [
    ...(tracks ?? []).filter(({ region }) => region === request.region).map(({ standing }) => standing.state),
    ...(coverage ?? []).filter(({ region }) => region === request.region).map(({ state }) => state),
  ])
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  return { all: states.length, done: count('done'), overdue: count('overdue') }
}

/** A report of a region tells its own tracks; a national one tells all. */
const isOwn = ({ region }: MilestoneTrack, { material: { request } }: Telling): boolean =>
  request.region === '000000' || region === request.region

function trackRow(milestone: TrackedMilestone, track: MilestoneTrack, telling: Telling): Row {
  const { says, language, material } = telling
  const { standing } = track
  const { expectedBefore, issues } = standing
  const name = milestone.name[language]
  return {
    goal: milestone.goal,
    name: track.region === null ? name : says.inPlace(name, placeOf(track.region, telling)),
    state: `${says.milestoneStates[standing.state]}${issues > 0 ? says.issues(issues) : ''}`,
    before: expectedBefore.length === 0 ? '—' : expectedBefore.join(says.list),
    expected: dateCell(standing.doneOn ?? standing.expectedOn),
    words: trackSentence(track, { on: material.request.on, language, responsible: milestone.responsible }),
  }
}

export const placeOf = (region: string, { material, language }: Telling): string =>
  material.reporting?.regions.find((one) => one.region === region)?.name[language] ?? region
