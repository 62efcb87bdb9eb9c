import type { EntryRow as EntryRowWire } from '@xushi/contract'
import {
  cellTiming,
  DomainError,
  deadlineOf,
  expectedRegions,
  inUnit,
  type LocalDate,
  type Period,
  periodOn,
  type ReportingUnit,
  ruleOf,
  shanghaiDate,
  usualRange,
} from '@xushi/domain'
import {
  type Cell,
  checkPeriodOpen,
  countedEntries,
  type ExceptionRow,
  entriesInCell,
  exceptionsBetween,
  nation,
  type Reading,
} from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { regionsWithin } from '../figures/regional-figure.ts'
import { reportingUnits } from '../progress-entries/cell.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import { entryFindings, findingWire, isBehind, typedFor } from '../progress-entries/submission.ts'
import { type GridAsked, goalOf, shownBefore } from './grid-asked.ts'

/** The cells whose own period ends with the month: of a quarter only in its last one. */
export async function entryRows(indicators: readonly Indicator[], grid: GridAsked): Promise<EntryRowWire[]> {
  const { view, region, month, person } = grid
  const rows: EntryRowWire[] = []
  const excused = await exceptionsBetween(grid.reading, month.endsOn, month.endsOn)
  const opened = await openedOn(grid.reading, grid.today)
  for (const indicator of indicators) {
    const level = region === nation ? 'nation' : 'region'
    if (indicator.typed?.[level] == null) continue
    const rule = ruleOf(indicator, view.programme(indicator.programme), level)
    const period = periodOn(month.endsOn, rule)
    if (period.endsOn !== month.endsOn) continue
    for (const place of placesIn(indicator, grid))
      for (const unit of reportingUnits(indicator, place, view, period.endsOn))
        if (reaches(person, 'progress:record', unit.id, view.units))
          rows.push(
            await entryRow(indicator, place, unit, period, {
              ...grid,
              deadline: deadlineOf(period, rule, view.years),
              isBackfill: period.endsOn < opened,
              excusedUntil: untilOf(excused, indicator, unit),
            }),
          )
  }
  return rows
}

function placesIn(indicator: Indicator, { view, region, month }: GridAsked): readonly string[] {
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
  { reading, view, today, person, progress, ...times }: GridAsked & CellTimes,
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
    deadline: times.deadline,
    due: dueOf(times, standing?.firstSubmittedAt ?? null, today),
    excusedUntil: isLater(times) ? times.excusedUntil : null,
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

type CellTimes = {
  readonly deadline: LocalDate
  readonly isBackfill: boolean
  readonly excusedUntil: LocalDate | null
}

const untilOf = (rows: readonly ExceptionRow[], { id }: Indicator, unit: ReportingUnit): LocalDate | null =>
  rows.findLast(({ indicatorId, unitId }) => indicatorId === id && unitId === unit.id)?.untilOn ?? null

const isLater = ({ deadline, excusedUntil }: CellTimes) => excusedUntil !== null && excusedUntil > deadline

/** How a cell stands against its deadline, as it is told to its recorder. */
function dueOf(times: CellTimes, firstSubmittedAt: string | null, today: LocalDate): EntryRowWire['due'] {
  if (times.isBackfill) return 'backfill'
  const handedInOn = firstSubmittedAt === null ? null : shanghaiDate(firstSubmittedAt)
  const timing = cellTiming({ ...times, handedInOn }, today)
  if (timing === 'excused') return 'excused'
  return timing === 'late' || timing === 'owed' ? 'late' : 'in-time'
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
