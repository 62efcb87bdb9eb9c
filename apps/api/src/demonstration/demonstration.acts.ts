import {
  addDays,
  type Catalogue,
  type EntryContent,
  expectedUnits,
  type Instant,
  isPrefecture,
  type LagReason,
  type LocalDate,
  monthOf,
  nextMonth,
  parsePeriod,
  type ReportingUnit,
  smallestUnits,
} from '@xushi/domain'
import {
  approveEntry,
  type Cell,
  correctEntry,
  draftEntry,
  type EntryRow,
  editEntry,
  nation,
  returnEntry,
  type Store,
  submitEntry,
} from '@xushi/store'
import type { DemonstrationCast } from './demonstration.accounts.ts'
import { type CellName, type DemonstrationPlan, type PlannedCell, plannedCells } from './demonstration.plan.ts'

/** Something that happened at a moment of the simulated history. */
export type Act = {
  readonly at: Instant
  readonly run: () => Promise<void>
  /** Acts of one moment with the same word here were done in one go, and none of them waits for another. */
  readonly inOneGo?: string
}

type Stage = {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly plan: DemonstrationPlan
  readonly cast: DemonstrationCast
}

/** Every recording, return, approval and correction of the plan as acts, not yet in order of time. */
export function recordingActs(stage: Stage): readonly Act[] {
  const prefectures = stage.catalogue.regions.flatMap((region) =>
    isPrefecture(region) && region.parent !== null ? [{ code: region.code, parent: region.parent }] : [],
  )
  return plannedCells(stage.plan, prefectures).flatMap((planned) => actsOfCell(stage, planned))
}

function lagOf(plan: DemonstrationPlan, planned: PlannedCell): LagReason | null {
  const found = plan.lags.find((candidate) => isSame(candidate, planned))
  if (found === undefined) return null
  const { cause, remedy, responsible, newDate } = found
  return { cause, remedy, responsible, newDate }
}

function actsOfCell(stage: Stage, planned: PlannedCell): readonly Act[] {
  const { store, cast, plan } = stage
  const place = placeOf(stage, planned)
  const { cell, unit, decimals } = place
  const returned = plan.returned.find((candidate) => isSame(candidate, planned))
  const corrected = plan.corrected.find((candidate) => isSame(candidate, planned))
  const waiting = plan.waiting.find((candidate) => isSame(candidate, planned))
  const lag = lagOf(plan, planned)
  const final = contentOf(planned, decimals, (value) => value)
  const first = contentOf(planned, decimals, (value) => value * (returned?.times ?? 1) + (corrected?.add ?? 0))
  // A province hands its prefectures in, and has them approved, in one go.
  const handed = { ...planned, region: unit.region }
  const minute = spread(handed, 480)
  const day = recordedOn(plan, handed, cell.endsOn)
  const inOneGo = unit.region === planned.region ? {} : { inOneGo: `${planned.indicator} ${unit.id}` }

  let entry: EntryRow | undefined
  const standing = (): EntryRow => {
    if (entry === undefined) throw unplaced(planned)
    return entry
  }
  const act = (on: LocalDate, later: number, run: () => Promise<EntryRow>): Act => ({
    at: at(on, minute + later),
    ...inOneGo,
    run: async () => {
      entry = await run()
    },
  })
  const recorder = () => cast.recorderOf(unit.id)
  const submit = (on: LocalDate, later: number) =>
    act(on, later, async () =>
      submitEntry(store, await recorder(), standing().id, standing().version, { findings: [], lag }),
    )
  const approve = (on: LocalDate, later: number) =>
    act(on, later, () =>
      approveEntry(store, cast.approver, standing().id, standing().version, { reviewsInside: false }),
    )
  const review = (on: LocalDate) =>
    unit.reviewsInside
      ? [
          act(on, 60, () =>
            approveEntry(store, cast.unitReviewer, standing().id, standing().version, { reviewsInside: true }),
          ),
        ]
      : []
  const sendBack = (on: LocalDate, reason: string) =>
    act(on, 30, () => returnEntry(store, cast.approver, standing().id, standing().version, { reason }))

  const acts = [
    act(day, 0, async () => draftEntry(store, await recorder(), cell, { ...first, note: planned.note, demo: true })),
  ]
  if (waiting?.state === 'draft') return acts
  acts.push(submit(day, 20))
  if (waiting?.state === 'returned') return [...acts, sendBack(addDays(day, 2), waiting.reason ?? '')]
  if (waiting !== undefined) return acts
  if (returned !== undefined) {
    acts.push(sendBack(addDays(day, 1), returned.reason))
    acts.push(act(addDays(day, 2), 0, () => editEntry(store, standing().id, standing().version, { content: final })))
    acts.push(submit(addDays(day, 2), 10))
  }
  const decided = addDays(day, 3 + spread(handed, 2))
  acts.push(...review(addDays(decided, -1)), approve(decided, 0))
  if (corrected !== undefined) {
    const { on, reason } = corrected
    acts.push(
      act(on, 0, async () =>
        correctEntry(store, await recorder(), standing().id, standing().version, { reason, content: final }),
      ),
      submit(on, 15),
      ...review(addDays(on, 1)),
      approve(addDays(on, 2), 0),
    )
  }
  return acts
}

const unplaced = ({ indicator, region, period }: CellName) =>
  new Error(`the demonstration names a cell that nobody reports: ${indicator} ${region} ${period}`)

const isSame = (a: CellName, b: CellName): boolean =>
  a.indicator === b.indicator && a.region === b.region && a.period === b.period

function placeOf({ catalogue }: Stage, planned: PlannedCell): { cell: Cell; unit: ReportingUnit; decimals: number } {
  const indicator = catalogue.indicators.find(({ id }) => id === planned.indicator)
  const period = parsePeriod(planned.period)
  if (indicator === undefined || period === null) throw unplaced(planned)
  const level = planned.region === nation ? 'nation' : 'region'
  const units = expectedUnits(indicator, level, catalogue.units, catalogue.regions, period.endsOn)
  const region = catalogue.regions.find(({ code }) => code === planned.region)
  const reporter = region !== undefined && isPrefecture(region) ? region.parent : planned.region
  const unit = level === 'nation' ? units[0] : units.find((candidate) => candidate.region === reporter)
  if (unit === undefined) throw unplaced(planned)
  const { startsOn, endsOn } = period
  const cell = {
    programme: indicator.programme,
    indicatorId: indicator.id,
    region: planned.region,
    unitId: unit.id,
    period: planned.period,
    startsOn,
    endsOn,
  }
  return { cell, unit, decimals: indicator.decimals }
}

function contentOf({ reported }: PlannedCell, decimals: number, change: (value: number) => number): EntryContent {
  if ('absence' in reported) return { absence: reported.absence }
  const value = smallestUnits(change(reported.value), decimals)
  if (typeof value === 'string')
    throw new Error(`the demonstration has a value that cannot be recorded: ${reported.value}`)
  return { value }
}

/** The day a unit hands in, by its habit: most between the 3rd and the 12th, some on the last day, some after it. */
function recordedOn({ habits, deadlineDay }: DemonstrationPlan, planned: PlannedCell, endsOn: LocalDate): LocalDate {
  const first = nextMonth(monthOf(endsOn)).startsOn
  if (habits.late.includes(planned.region)) return addDays(first, deadlineDay + 2 + spread(planned, 6))
  if (habits.atTheDeadline.includes(planned.region)) return addDays(first, deadlineDay - 1)
  return addDays(first, 2 + spread(planned, 10))
}

/** A number below `limit` that belongs to a cell, the same in every run. */
function spread({ indicator, region, period }: CellName, limit: number): number {
  let sum = 7
  for (const letter of `${indicator} ${period} ${region}`) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return sum % limit
}

/** Minutes after nine in the morning in Asia/Shanghai, which is one o'clock in UTC. */
function at(on: LocalDate, minutes: number): Instant {
  const total = 60 + minutes
  const two = (value: number) => String(value).padStart(2, '0')
  return `${on}T${two(Math.floor(total / 60))}:${two(total % 60)}:00.000Z`
}
