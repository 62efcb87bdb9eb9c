import type { MilestonesPage, MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { expectedDays, isNotable, type LocalDate } from '@xushi/domain'
import { countedFilings, type FilingRow, nation, type Reading } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type AskedProgramme, programmeQuestion } from '../figures/programme-asked.ts'
import { type Times, timesWire } from '../figures/times.ts'
import type { Question } from '../figures/versioned-reply.ts'
import { milestoneBodyOf, milestoneEventOf, standingWire } from '../goals/milestones.service.ts'
import { programmeWire } from '../programmes/programme.wire.ts'
import { coverageRows, isCoverage } from './coverage.service.ts'

export type MilestonesAsked = AskedProgramme & { readonly maySeeEntries: boolean }

/** The versioned answer: every milestone of a programme with all that happened to it by a date. */
export const milestonesPage = (sources: Sources, asked: MilestonesAsked): Question =>
  programmeQuestion(sources, asked, {
    name: 'milestones',
    scope: [asked.maySeeEntries],
    hasWaiting: false,
    value: (reading, view, times) => milestonesOn(reading, view, asked, times),
  })

/** The same, inside a snapshot. */
export async function milestonesOn(
  reading: Reading,
  view: CatalogueView,
  asked: MilestonesAsked,
  times: Times,
): Promise<MilestonesPage> {
  const programme = view.programme(asked.programme)
  const indicators = view.indicatorsOf(programme.id).filter(({ role }) => role === 'milestone')
  const subjects = indicators.map(({ id }) => id)
  const filed =
    asked.maySeeEntries && subjects.length > 0
      ? await countedFilings(reading, { kinds: ['milestone-event'], subjects }, times.knownSeq)
      : []
  const bySubject = Map.groupBy(
    filed.filter((row) => milestoneBodyOf(row).on <= times.on),
    ({ subject }) => subject,
  )
  const milestones: TrackedMilestone[] = []
  for (const indicator of indicators) {
    const events = bySubject.get(indicator.id) ?? []
    const covers = isCoverage(indicator)
    milestones.push({
      ...definitionOf(indicator),
      isCoverage: covers,
      tracks: asked.maySeeEntries ? (covers ? [] : tracksOf(events, indicator, times.on)) : null,
      coverage:
        asked.maySeeEntries && covers
          ? await coverageRows(reading, indicator, events, { view, on: times.on, knownSeq: times.knownSeq })
          : null,
    })
  }
  return {
    programme: programmeWire(programme),
    ...(await timesWire(reading, times)),
    demo: milestones.some(
      ({ tracks, coverage }) =>
        tracks?.some(({ events }) => events.some(({ demo }) => demo)) || coverage?.some(({ demo }) => demo),
    ),
    milestones,
  }
}

function definitionOf({ id, goal, measure, name, clause, modality, responsible, due }: Indicator) {
  return { id, goal, measure, name, clause, modality, responsible, due: due?.on ?? null }
}

/** The nation's track first, where it said anything or no region did; then each region's that said something. */
function tracksOf(rows: readonly FilingRow[], indicator: Indicator, on: LocalDate): MilestoneTrack[] {
  const byRegion = Map.groupBy(rows, ({ region }) => region)
  const regions = [...byRegion.keys()].filter((region) => region !== nation).sort()
  const own = byRegion.get(nation) ?? []
  const first = own.length > 0 || regions.length === 0 ? [trackOf(null, own, indicator, on)] : []
  return [...first, ...regions.map((region) => trackOf(region, byRegion.get(region) ?? [], indicator, on))]
}

function trackOf(
  region: string | null,
  rows: readonly FilingRow[],
  indicator: Indicator,
  on: LocalDate,
): MilestoneTrack {
  const standing = standingWire(rows, on, indicator)
  const told = rows.map((row) => ({ ...milestoneEventOf(row), note: milestoneBodyOf(row).note ?? '' }))
  return {
    region,
    standing,
    expected: [...expectedDays(told, on, indicator.due?.on ?? null)],
    events: rows.map(eventWire).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    isNotable: isNotable(standing, on),
  }
}

function eventWire(row: FilingRow): MilestoneTrack['events'][number] {
  const { documentNumber, note } = milestoneBodyOf(row)
  return {
    id: row.thread,
    ...milestoneEventOf(row),
    documentNumber: documentNumber ?? null,
    note: note ?? '',
    demo: row.demo,
  }
}
