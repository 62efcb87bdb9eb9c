import type { ReportingByKind } from '@xushi/contract'
import { lastEndedMonth, type ReportingUnit, reportingOf, shanghaiDate } from '@xushi/domain'
import { exceptionsBetween, type Reading, timeOfEvent } from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
import type { Owed } from '../calendar/owed-cells.ts'
import { periodCells } from '../calendar/period-cells.ts'
import type { Asked } from '../figures/judged.ts'
import type { Times } from '../figures/times.ts'

const kinds: readonly ReportingUnit['kind'][] = [
  'industry-authority',
  'communications-administration',
  'ministry-department',
  'telecom-operator',
  'node-operator',
]

/**
 * How much of what was due for the last month that ended is there and counts, by kind of reporting unit. A unit owes an indicator once,
 * however many places it reports it for; it is there when all of them are. Null where nothing is due.
 */
export async function reportingByKind(
  reading: Reading,
  { programme, view, on }: Asked,
  { knownSeq }: Times,
): Promise<ReportingByKind | null> {
  const period = lastEndedMonth(on)
  const knownAt = knownSeq === null ? null : await timeOfEvent(reading.db, reading.t, knownSeq)
  // What is late is late on the day of the page, or on the day until which it knows.
  const today = knownAt === null ? on : shanghaiDate(knownAt)
  const exceptions = await exceptionsBetween(reading, period.startsOn, period.endsOn)
  const opened = await openedOn(reading, today)
  const cells = { programme, view, today, openedOn: opened, exceptions, until: null }
  const owed = await periodCells(reading, period, cells, { knownSeq })
  const byKind = Map.groupBy(owed, ({ unit }) => unit.kind)
  const shown = kinds.flatMap((kind) => {
    const timings = itemsOf(byKind.get(kind) ?? [])
    if (timings.length === 0) return []
    const { expected, handedIn, onTime, timed } = reportingOf(timings)
    return [{ kind, expected, handedIn, onTime, timed }]
  })
  return shown.length === 0 ? null : { period: period.code, endsOn: period.endsOn, kinds: shown }
}

/** How each unit stands with each indicator: as its worst place does. */
function itemsOf(owed: readonly Owed[]): readonly Owed['cell']['timing'][] {
  const items = Map.groupBy(owed, ({ unit, cell }) => `${unit.id} ${cell.kind} ${cell.indicator}`)
  return [...items.values()].map((cells) => {
    const timings = cells.map(({ cell }) => cell.timing)
    return order.find((timing) => timings.includes(timing)) ?? 'not-due'
  })
}

const order: readonly Owed['cell']['timing'][] = ['owed', 'not-due', 'excused', 'late', 'backfilled', 'on-time']
