import { isPrefecture, lastEndedMonth, type Programme, reportingOf, shanghaiDate } from '@xushi/domain'
import type { RegionReporting } from '@xushi/report'
import { eventAt, exceptionsBetween, nation, type Reading } from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
import { periodCells } from '../calendar/period-cells.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { provinceOf } from '../figures/register-count.ts'

type Asked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly on: string
  readonly knownSeq: number
}

/**
 * How the units of each region answered for the last month that ended: what was due, what counts, what is owed. What was handed in and
 * is not decided on does not count. Null where nothing was due.
 */
export async function reportingByRegion(
  reading: Reading,
  { programme, view, on, knownSeq }: Asked,
): Promise<{ readonly period: string; readonly regions: readonly RegionReporting[] } | null> {
  const period = lastEndedMonth(on)
  const today = shanghaiDate((await eventAt(reading, knownSeq)).at)
  const exceptions = await exceptionsBetween(reading, period.startsOn, period.endsOn)
  const opened = await openedOn(reading, today)
  const cells = { programme, view, today, openedOn: opened, exceptions, until: null, knownSeq }
  const owed = await periodCells(reading, period, cells, { knownSeq })
  const byRegion = Map.groupBy(owed, ({ unit }) => (unit.region === nation ? nation : provinceOf(unit.region, view)))
  const regions = view.regions
    .filter((region) => !isPrefecture(region) && byRegion.has(region.code))
    .map(({ code, shortName }) => {
      const own = byRegion.get(code) ?? []
      const { expected, counted, completeness, timeliness } = reportingOf(own)
      return {
        region: code,
        name: shortName,
        expected,
        counted,
        completeness,
        timeliness,
        owed: own
          .filter(({ counts }) => !counts)
          .map(({ cell }) => ({ indicator: cell.indicator, name: cell.name, deadline: cell.deadline })),
      }
    })
  return regions.length === 0 ? null : { period: period.code, regions }
}
