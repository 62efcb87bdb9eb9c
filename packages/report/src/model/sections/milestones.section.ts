import type { MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { trackSentence } from '@xushi/wording'
import { dateCell, start, textCell } from '../cells.ts'
import type { ReportCell, ReportSection } from '../report-model.ts'
import type { Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** 里程碑: every milestone with its state, its expected day, and the days that were given up. */
export function milestonesSection(
  telling: Telling,
  isListed: ((track: MilestoneTrack) => boolean) | null = null,
): ReportSection {
  const { material, says, language } = telling
  const { columns } = says
  const rows = material.milestones.milestones.flatMap((milestone) => [
    ...(milestone.tracks ?? [])
      .filter((track) => isOwn(track, telling) && (isListed === null || isListed(track)))
      .map((track) => rowOf(milestone, track, telling)),
    ...(isListed === null ? coverageRow(milestone, telling) : []),
  ])
  const table = {
    id: 'milestones',
    caption: says.tables.milestones,
    columns: [
      start(columns.goal, 3),
      start(columns.milestone, 8),
      start(columns.state, 4),
      start(columns.before, 6),
      start(columns.expectedOn, 6),
      start(language === 'zh' ? columns.what : 'In words', 15),
    ],
    rows,
    note: says.notes.milestones,
  }
  return {
    id: 'milestones',
    level: 1,
    heading: says.headings.milestones,
    blocks: rows.length === 0 ? [paragraph(says.nothing)] : [{ is: 'table', table }],
  }
}

/** What regions are encouraged to do has no status: how many have it, for the nation or the one region. */
function coverageRow(
  { goal, name, coverage }: TrackedMilestone,
  { says, language, material }: Telling,
): ReportCell[][] {
  const { region } = material.request
  const own = (coverage ?? []).filter((one) => region === '000000' || one.region === region)
  if (own.length === 0) return []
  const count = (wanted: string) => own.filter(({ state }) => state === wanted).length
  const said = says.coverage(count('done'), count('under-way'), count('not-yet'), count('unreported'))
  return [[goal, name[language], '—', '—', '—', said].map(textCell)]
}

/** A report of a region tells its own tracks; a national one tells all. */
const isOwn = ({ region }: MilestoneTrack, { material: { request } }: Telling): boolean =>
  request.region === '000000' || region === request.region

function rowOf(milestone: TrackedMilestone, track: MilestoneTrack, telling: Telling): readonly ReportCell[] {
  const { says, language, material } = telling
  const { standing } = track
  const place = track.region === null ? '' : placeOf(track.region, telling)
  const state = says.milestoneStates[standing.state]
  return [
    textCell(milestone.goal),
    textCell(`${milestone.name[language]}${place}`),
    textCell(`${state}${standing.issues > 0 ? says.issues(standing.issues) : ''}`),
    textCell(standing.expectedBefore.length === 0 ? '—' : standing.expectedBefore.join(says.list)),
    dateCell(standing.doneOn ?? standing.expectedOn),
    textCell(trackSentence(track, { on: material.request.on, language, responsible: milestone.responsible })),
  ]
}

function placeOf(region: string, { material, language }: Telling): string {
  const name = material.reporting?.regions.find((one) => one.region === region)?.name[language] ?? region
  return language === 'zh' ? `（${name}）` : ` (${name})`
}
