import type { CountRow, EntryRow as EntryRowWire, MilestoneRow, NarrativeRow, RecordingGrid } from '@xushi/contract'
import {
  addDays,
  DomainError,
  deadlineOf,
  expectedRegions,
  inUnit,
  type LocalDate,
  monthOf,
  type Period,
  parsePeriod,
  periodOn,
  type ReportingUnit,
  reachOf,
  ruleOf,
  usualRange,
} from '@xushi/domain'
import {
  type Cell,
  checkPeriodOpen,
  countedEntries,
  countedFilings,
  entriesInCell,
  type FilingRow,
  listFilings,
  nation,
  type Reading,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources, type RegisterSource } from '../figures/evidence.ts'
import { measuredWire, valueWire } from '../figures/figure.wire.ts'
import { regionsWithin } from '../figures/regional-figure.ts'
import { countIn, nationalCount, registerUnits } from '../figures/register-count.ts'
import { standingWire } from '../goals/milestones.service.ts'
import { reportingUnits } from '../progress-entries/cell.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import type { ProgressService } from '../progress-entries/progress-entries.service.ts'
import { entryFindings, findingWire, isBehind, typedFor } from '../progress-entries/submission.ts'
import type { Person } from '../session/person.ts'

const shownBefore = 3
const openStates = ['draft', 'submitted', 'unit-reviewed', 'returned'] as const

type Asked = {
  readonly reading: Reading
  readonly person: Person
  readonly view: CatalogueView
  readonly today: LocalDate
  readonly region: string
  readonly month: Period
  /** The three months before, oldest first. */
  readonly before: readonly Period[]
  readonly progress: ProgressService
}

/**
 * 填报工作台: what one person records of a region in a month. Numbers with their past and what the rules find in them, counts that are
 * never typed, milestones, and the narrative of each goal that has a row.
 *
 * @throws DomainError unknown-region, unknown-period, period-not-over
 */
export const recordingGrid = (
  sources: Sources,
  progress: ProgressService,
  person: Person,
  asked: { readonly region: string; readonly period: string },
): Promise<RecordingGrid> =>
  sources.store.read(async (reading) => {
    const view = await viewIn(reading, sources)
    const today = todayOf(sources)
    const { code: region } = view.region(asked.region)
    const month = parsePeriod(asked.period)
    if (month === null || month.kind !== 'month') throw new DomainError('unknown-period', { value: asked.period })
    if (month.endsOn >= today) throw new DomainError('period-not-over')
    const [programme] = view.programmes
    if (programme === undefined) throw new DomainError('unknown-programme')
    const grid = { reading, person, view, today, region, month, before: monthsBefore(month, shownBefore), progress }
    const indicators = view.indicatorsOf(programme.id)
    const entries = await entryRows(indicators, grid)
    const counts = await countRows(indicators, grid)
    const milestones = await milestoneRows(indicators, grid)
    const goals = new Set([...entries, ...counts].map(({ indicator }) => indicator))
    const narratives = await narrativeRows(
      indicators.filter(({ id }) => goals.has(id)),
      grid,
    )
    return {
      programme: programme.id,
      region,
      period: month.code,
      endsOn: month.endsOn,
      today,
      past: grid.before.map(({ code }) => code),
      rows: [...entries, ...counts, ...milestones, ...narratives],
      lagCauses: [...(programme.lagCauses ?? [])],
    }
  })

function monthsBefore(month: Period, count: number): readonly Period[] {
  const months: Period[] = []
  for (let current = month; months.length < count; ) {
    current = monthOf(addDays(current.startsOn, -1))
    months.unshift(current)
  }
  return months
}

const goalOf = ({ id, goal, name, unit }: Indicator) => ({ indicator: id, goal, name, unitOfMeasure: unit })

/** The cells whose own period ends with the month: of a quarter only in its last one. */
async function entryRows(indicators: readonly Indicator[], grid: Asked): Promise<EntryRowWire[]> {
  const { view, region, month, person } = grid
  const rows: EntryRowWire[] = []
  for (const indicator of indicators) {
    const level = region === nation ? 'nation' : 'region'
    if (indicator.typed?.[level] == null) continue
    const rule = ruleOf(indicator, view.programme(indicator.programme), level)
    const period = periodOn(month.endsOn, rule)
    if (period.endsOn !== month.endsOn) continue
    for (const place of placesIn(indicator, grid))
      for (const unit of reportingUnits(indicator, place, view, period.endsOn))
        if (reaches(person, 'progress:record', unit.id, view.units))
          rows.push(await entryRow(indicator, place, unit, period, deadlineOf(period, rule, view.years), grid))
  }
  return rows
}

function placesIn(indicator: Indicator, { view, region, month }: Asked): readonly string[] {
  if (region === nation) return [nation]
  const within = regionsWithin(indicator, view.regions, region)
  const asked = expectedRegions(indicator, view.units, view.regions, month.endsOn).map(({ code }) => code)
  return asked.filter((code) => within.has(code))
}

async function entryRow(
  indicator: Indicator,
  place: string,
  unit: ReportingUnit,
  { code, startsOn, endsOn }: Period,
  deadline: LocalDate,
  { reading, view, today, person, progress }: Asked,
): Promise<EntryRowWire> {
  const { id, programme, decimals, kind } = indicator
  const cell: Cell = { programme, indicatorId: id, region: place, unitId: unit.id, period: code, startsOn, endsOn }
  const standing = (await entriesInCell(reading, cell)).at(-1)
  const told = standing === undefined ? [] : await progress.told(reading, person, [standing])
  const rows = await countedEntries(reading, { indicatorId: id, region: place, to: startsOn, knownSeq: null })
  const before = rows.filter(({ unitId }) => unitId === unit.id)
  const past = before.map(({ period, value }) => ({ period, value }))
  const isOpen = standing?.state === 'draft' || standing?.state === 'returned'
  const findings = standing === undefined ? [] : await entryFindings(reading, standing, indicator, past)
  const jump = (indicator.rules ?? []).find((rule) => rule.is === 'jump')
  const typed = typedFor(indicator, place)
  const isYesNo = kind === 'yes-no'
  const usual =
    jump === undefined || typed === null ? null : usualRange(jump, { typed, isYesNo, unit: 10 ** decimals, past })
  return {
    is: 'entry',
    ...goalOf(indicator),
    decimals,
    typed,
    yesNo: isYesNo,
    region: place,
    regionName: view.region(place).shortName,
    unit: { id: unit.id, name: unit.name },
    period: code,
    deadline,
    locked: await lockOf(reading, cell, today),
    past: before.slice(-shownBefore).map(({ period, value, absence }) => ({
      period,
      value: value === null ? null : valueWire(value, decimals),
      absence,
    })),
    usual:
      usual === null
        ? null
        : {
            median: inUnit(Math.round(usual.median), decimals),
            from: inUnit(Math.ceil(usual.from), decimals),
            to: inUnit(Math.floor(usual.to), decimals),
          },
    entry: told[0] ?? null,
    findings: findings.map((finding) => findingWire(finding, decimals)),
    needsLag: standing !== undefined && isOpen && (await isBehind(reading, standing, view)),
  }
}

/** Why a cell cannot be written, in the word of its refusal; null while it is open. */
const lockOf = (reading: Reading, cell: Cell, today: LocalDate): Promise<string | null> =>
  checkPeriodOpen(reading, cell, today).then(
    () => null,
    (error: unknown) => {
      if (error instanceof DomainError) return error.kind
      throw error
    },
  )

/** The registers that are open: what they count in the region, and whether its list was confirmed. */
async function countRows(indicators: readonly Indicator[], grid: Asked): Promise<CountRow[]> {
  const { reading, view, month, region, before, person } = grid
  const counted = indicators.filter(({ kind, chosenFrom }) => kind === 'counted' && chosenFrom.length === 0)
  const sources = await entrySources(reading, counted, view, null)
  return counted.flatMap((indicator): CountRow[] => {
    const source = sources.get(indicator.id)?.register ?? null
    const units = registerUnits(indicator, view, month.endsOn).filter(
      (unit) => (region === nation ? unit.region === nation : unit.region === region) && isMine(person, unit, view),
    )
    if (source === null || view.registerOf(indicator.id) === undefined || units.length === 0) return []
    const count = (on: LocalDate) => measuredWire(figureIn(indicator, view, source, region, on), indicator.decimals)
    const confirmed = source.confirmations.some(
      (one) => one.period === month.code && units.some(({ id }) => id === one.unit),
    )
    return [
      {
        is: 'count',
        ...goalOf(indicator),
        region,
        past: before.map(({ endsOn }) => count(endsOn)),
        figure: count(month.endsOn),
        confirmed,
      },
    ]
  })
}

const isMine = (person: Person, unit: ReportingUnit, view: CatalogueView) =>
  reaches(person, 'register:confirm', unit.id, view.units)

const figureIn = (indicator: Indicator, view: CatalogueView, source: RegisterSource, region: string, on: LocalDate) =>
  (region === nation ? nationalCount(indicator, view, source, on) : countIn(region, indicator, view, source, on)).figure

/** Milestones that are recorded for the region; for the nation those of everybody who records for it. */
async function milestoneRows(indicators: readonly Indicator[], grid: Asked): Promise<MilestoneRow[]> {
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

function isRecordedIn({ reportedBy }: Indicator, { region, person, view }: Asked): boolean {
  if (region === nation) return reachOf(person.role, 'progress:record') === 'nation'
  return view.units.some(
    (unit) =>
      unit.region === region &&
      reportedBy.region.some((who) => who === unit.kind || who === unit.id) &&
      reaches(person, 'progress:record', unit.id, view.units),
  )
}

/** 进展情况 of the goals that have a row, with how much was written before. */
async function narrativeRows(indicators: readonly Indicator[], grid: Asked): Promise<NarrativeRow[]> {
  const { reading, region, month, before } = grid
  const subjects = indicators.map(({ id }) => id)
  if (subjects.length === 0) return []
  const states = [...openStates, 'approved'] as const
  const filter = { kinds: ['narrative'], subjects, region, states } as const
  const { rows } = await listFilings(reading, filter, { cursor: null, limit: 2000 })
  const written = (indicator: string, period: string): FilingRow | undefined =>
    rows.find((row) => row.subject === indicator && periodOf(row) === period)
  return indicators.map((one) => {
    const now = written(one.id, month.code)
    return {
      is: 'narrative',
      ...goalOf(one),
      past: before.map(({ code }) => lengthOf(written(one.id, code))),
      length: lengthOf(now),
      state: now?.state ?? null,
    }
  })
}

type Written = { readonly period: string; readonly progress: string; readonly problems: string; readonly next: string }
const bodyOf = (row: FilingRow): Written => JSON.parse(row.body)
const periodOf = (row: FilingRow) => bodyOf(row).period

function lengthOf(row: FilingRow | undefined): number | null {
  if (row === undefined) return null
  const { progress, problems, next } = bodyOf(row)
  return [progress, problems, next].join('').length
}
