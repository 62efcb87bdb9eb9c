import {
  addDays,
  type LocalDate,
  monthOf,
  type Period,
  type Programme,
  parsePeriod,
  type ReminderKind,
  type ReportingUnit,
  reminderDue,
} from '@xushi/domain'
import { closingsOf, type ExceptionRow, exceptionsBetween, type Reading } from '@xushi/store'
import { lastCollected, openedOn } from '../calendar/calendar.service.ts'
import type { Owed } from '../calendar/owed-cells.ts'
import { periodCells } from '../calendar/period-cells.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'

/** What one unit is to be reminded of on a day: cells of one month that are due on one day. */
export type ReminderOwed = {
  readonly kind: ReminderKind
  readonly unit: ReportingUnit
  readonly month: string
  /** The last day in time: of the calendar, or the one to which an exception moved it. */
  readonly deadline: LocalDate
  readonly cells: readonly Owed['cell'][]
}

type Asked = { readonly programme: Programme; readonly view: CatalogueView; readonly today: LocalDate }

/**
 * What the units of a programme owe that they are to be reminded of on a day. What was made up for a time before the system was opened
 * (补录) has no deadline, and in a closed period nothing can be handed in but by exception: neither is asked for.
 */
export async function remindersDue(reading: Reading, asked: Asked): Promise<readonly ReminderOwed[]> {
  const { programme, view, today } = asked
  const first = parsePeriod(programme.firstPeriod)?.startsOn ?? today
  const last = lastCollected(programme, today)
  const opened = await openedOn(reading, today)
  const exceptions = await exceptionsBetween(reading, first, last)
  const closings = (await closingsOf(reading, programme.id)).filter(({ endedSeq }) => endedSeq === null)
  const found: ReminderOwed[] = []
  for (const month of monthsAround(today, exceptions)) {
    if (month.startsOn < first || month.endsOn > last || month.endsOn < opened) continue
    const isClosed = closings.some(({ startsOn, endsOn }) => startsOn <= month.endsOn && month.endsOn <= endsOn)
    const around = { programme, view, today, openedOn: opened, exceptions, until: null, knownSeq: null }
    const owed = (await periodCells(reading, month, around)).filter(({ cell }) => cell.handedInOn === null)
    found.push(...byUnit(owed, month, { today, exceptions, isClosed }))
  }
  return found
}

/** Months whose deadlines may lie near a day: the last ones, and those whose deadline was moved to about then. */
function monthsAround(today: LocalDate, exceptions: readonly ExceptionRow[]): readonly Period[] {
  const current = monthOf(today)
  const before = monthOf(addDays(current.startsOn, -1))
  const moved = exceptions.filter(({ untilOn }) => reminderDue(untilOn, today) !== null)
  const months = [...moved.map(({ endsOn }) => monthOf(endsOn)), monthOf(addDays(before.startsOn, -1)), before, current]
  return [...new Map(months.map((month) => [month.code, month])).values()]
}

type Due = {
  readonly today: LocalDate
  readonly exceptions: readonly ExceptionRow[]
  readonly isClosed: boolean
}

function byUnit(owed: readonly Owed[], { code, endsOn }: Period, due: Due): readonly ReminderOwed[] {
  const reminded = owed.flatMap(({ unit, cell }) => {
    const excused = due.exceptions.findLast(
      (one) =>
        cell.kind === 'entry' && one.indicatorId === cell.indicator && one.unitId === unit.id && one.endsOn === endsOn,
    )?.untilOn
    if (due.isClosed && (excused === undefined || excused < due.today)) return []
    const deadline = excused !== undefined && excused > cell.deadline ? excused : cell.deadline
    const kind = reminderDue(deadline, due.today)
    return kind === null ? [] : [{ kind, unit, month: code, deadline, cell }]
  })
  const groups = Map.groupBy(reminded, ({ kind, unit, deadline }) => `${kind} ${deadline} ${unit.id}`)
  return [...groups.values()].flatMap(([one, ...more]) => {
    if (one === undefined) return []
    const { cell, ...rest } = one
    return [{ ...rest, cells: [cell, ...more.map((other) => other.cell)] }]
  })
}
