import { addDays, isPrefecture, monthsBetween, type Programme, parsePeriod } from '@xushi/domain'
import type { OverdueRegion, Owing } from '@xushi/report'
import { closingsOf, eventAt, exceptionsBetween, nation, type Reading } from '@xushi/store'
import { lastCollected, openedOn } from '../calendar/calendar.service.ts'
import type { Owed } from '../calendar/owed-cells.ts'
import { periodCells } from '../calendar/period-cells.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { provinceOf } from '../figures/register-count.ts'

type Asked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly on: string
  readonly knownSeq: number
}

/** How far ahead deadlines are told. */
const daysAhead = 60

/**
 * What was not handed in by its deadline on a day, of the last period of each indicator that was due; how much of the periods before is
 * missing; and what falls due in the next days. As known at a ledger number. 补录 has no deadline, and what is closed cannot be handed in:
 * neither is overdue.
 */
export async function owingOn(reading: Reading, { programme, view, on, knownSeq }: Asked): Promise<Owing> {
  const { at } = await eventAt(reading, knownSeq)
  const first = parsePeriod(programme.firstPeriod)?.startsOn ?? on
  const until = addDays(on, daysAhead)
  const last = lastCollected(programme, until)
  const exceptions = (await exceptionsBetween(reading, first, last)).filter((one) => one.grantedSeq <= knownSeq)
  const closings = (await closingsOf(reading, programme.id)).filter(
    ({ closedSeq, endedSeq }) => closedSeq <= knownSeq && (endedSeq === null || endedSeq > knownSeq),
  )
  const opened = await openedOn(reading, on)
  const asked = { programme, view, today: on, openedOn: opened, exceptions, until: at, knownSeq }
  const ended: Owed[] = []
  const upcoming: Owed[] = []
  for (const code of monthsBetween(first, last)) {
    const month = parsePeriod(code)
    if (month === null || month.endsOn < opened) continue
    const isClosed = closings.some(({ startsOn, endsOn }) => startsOn <= month.endsOn && month.endsOn <= endsOn)
    const cells = await periodCells(reading, month, asked)
    if (!isClosed) ended.push(...cells.filter(({ cell }) => cell.deadline < on))
    upcoming.push(...cells.filter(({ timing, cell }) => timing === 'not-due' && cell.deadline <= until))
  }
  const newest = newestPeriods(ended)
  const isNewest = ({ cell }: Owed) => newest.get(subjectOf(cell)) === cell.period
  const owed = ended.filter(({ timing }) => timing === 'owed')
  const overdue = owed.filter(isNewest)
  return {
    overdue: overdueRegions(overdue, view),
    earlier: owed.length - overdue.length,
    upcoming: deadlines(upcoming),
  }
}

const subjectOf = ({ kind, indicator }: Owed['cell']): string => `${kind} ${indicator}`

/** The last period of each indicator whose deadline has passed, in the order of months. */
const newestPeriods = (cells: readonly Owed[]): ReadonlyMap<string, string> =>
  new Map(cells.map(({ cell }) => [subjectOf(cell), cell.period]))

/** Region by region in the order of the list, the nation's own units first. */
function overdueRegions(cells: readonly Owed[], view: CatalogueView): readonly OverdueRegion[] {
  const byRegion = Map.groupBy(cells, ({ unit }) => (unit.region === nation ? nation : provinceOf(unit.region, view)))
  return view.regions
    .filter((region) => !isPrefecture(region) && byRegion.has(region.code))
    .map(({ code, shortName }) => {
      const lines = Map.groupBy(byRegion.get(code) ?? [], ({ cell }) => `${cell.indicator} ${cell.period}`)
      return {
        region: code,
        name: shortName,
        lines: [...lines.values()].flatMap((own) => {
          const [one] = own
          if (one === undefined) return []
          const { name, period, deadline } = one.cell
          return [{ name, period, deadline, count: own.length }]
        }),
      }
    })
}

function deadlines(cells: readonly Owed[]): Owing['upcoming'] {
  const groups = Map.groupBy(cells, ({ cell }) => `${cell.deadline} ${cell.period}`)
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [one] = own
      return one === undefined ? [] : [{ period: one.cell.period, deadline: one.cell.deadline, count: own.length }]
    })
}
