import type { ReportingByKind } from '@xushi/contract'
import { lastEndedMonth, type ReportingUnit, reportingOf, shanghaiDate } from '@xushi/domain'
import { exceptionsBetween, type Reading, timeOfEvent } from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
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
 * Completeness (填报率) of the last month that ended, by kind of reporting unit, over the same cells as the page of reporting. What was
 * handed in and is not decided on is not among it, since this answer changes with figures alone. Null where nothing is due.
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
  const cells = { programme, view, today, openedOn: opened, exceptions, until: null, knownSeq }
  const owed = await periodCells(reading, period, cells, { knownSeq })
  const byKind = Map.groupBy(owed, ({ unit }) => unit.kind)
  const shown = kinds.flatMap((kind) => {
    const { expected, counted, onTime, timed } = reportingOf(byKind.get(kind) ?? [])
    return expected === 0 ? [] : [{ kind, expected, counted, onTime, timed }]
  })
  return shown.length === 0 ? null : { period: period.code, endsOn: period.endsOn, kinds: shown }
}
