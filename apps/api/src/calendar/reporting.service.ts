import type { Reporting } from '@xushi/contract'
import { DomainError, parsePeriod, reportingOf } from '@xushi/domain'
import { closingsOf, exceptionsBetween } from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import { openedOn } from './calendar.service.ts'
import type { Owed } from './owed-cells.ts'
import { periodCells } from './period-cells.ts'

/**
 * 填报情况 and 催报 of one period of a programme: every cell that is expected of a unit, and every register that it confirms, with how it
 * stands; completeness and timeliness for each unit and for all.
 *
 * @throws DomainError unknown-programme, unknown-period, period-not-over
 */
export const reporting = (
  sources: Sources,
  asked: { readonly programme: string; readonly period: string },
): Promise<Reporting> =>
  sources.store.read(async (reading) => {
    const view = await viewIn(reading, sources)
    const today = todayOf(sources)
    const programme = view.programme(asked.programme)
    const period = parsePeriod(asked.period)
    if (period === null) throw new DomainError('unknown-period', { value: asked.period })
    if (period.endsOn > today) throw new DomainError('period-not-over')
    const opened = await openedOn(reading, today)
    const exceptions = await exceptionsBetween(reading, period.startsOn, period.endsOn)
    const all = { programme, view, today, openedOn: opened, exceptions, until: null, knownSeq: null }
    const owed = await periodCells(reading, period, all)
    const closings = await closingsOf(reading, programme.id)
    const byUnit = Map.groupBy(owed, ({ unit }) => unit.id)
    return {
      programme: programme.id,
      period: period.code,
      endsOn: period.endsOn,
      today,
      backfill: period.endsOn < opened,
      closed: closings.some((closing) => closing.endedSeq === null && closing.period === period.code),
      ...reportingOf(owed),
      units: [...byUnit.values()].flatMap(([first, ...rest]) =>
        first === undefined ? [] : [unitRow([first, ...rest])],
      ),
    }
  })

function unitRow(owed: readonly [Owed, ...Owed[]]): Reporting['units'][number] {
  const [{ unit }] = owed
  const cells = owed.map(({ cell }) => cell)
  return {
    unit: { id: unit.id, name: unit.name, region: unit.region },
    ...reportingOf(owed),
    cells,
  }
}
