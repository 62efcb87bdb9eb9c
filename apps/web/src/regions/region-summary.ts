import type { Dashboard, RegionalReports } from '@xushi/contract'
import { completenessRatio } from '@xushi/domain'

export type RegionRow = Dashboard['indicators'][number]
type Report = RegionalReports['periods'][number]

/** Whether the region is asked for a figure of an indicator; what only takes a narrative is none. */
export const isAsked = ({ kind, regional, reported }: RegionRow) =>
  kind !== 'qualitative' && ((regional?.reports?.expected ?? 0) > 0 || reported.expected > 0)

/** Whether it is counted from a register that is not open yet. */
export const isNotOpen = ({ regional }: RegionRow) =>
  regional !== undefined && !regional.figure.known && regional.figure.why === 'register-not-open'

/** How much of what a region owes is there, over all its indicators; shares are null where nothing is due. */
export function reportsOf(rows: readonly RegionRow[]) {
  const all = rows.flatMap(({ regional }) => regional?.reports ?? [])
  const sum = (of: (reports: RegionalReports) => number) => all.reduce((total, reports) => total + of(reports), 0)
  const [counted, expected] = [sum((one) => one.counted), sum((one) => one.expected)]
  const [onTime, timed] = [sum((one) => one.onTime), sum((one) => one.timed)]
  return {
    counted,
    expected,
    onTime,
    timed,
    completeness: completenessRatio(counted, expected),
    timeliness: timed === 0 ? null : onTime / timed,
  }
}

/** How the last periods stand: waiting for a decision, returned, owed. */
export function pendingOf(rows: readonly RegionRow[]) {
  const last = rows.flatMap(({ regional }) => regional?.reports?.periods.at(-1) ?? [])
  const count = (is: (report: Report) => boolean) => last.filter(is).length
  return {
    waiting: count(({ state }) => state === 'submitted' || state === 'unit-reviewed'),
    returned: count(({ state }) => state === 'returned'),
    owed: count(({ timing }) => timing === 'owed'),
  }
}

/** The day of the newest figure of a region, of whatever indicator with periods; null where it has none. */
export function newestDay(rows: readonly RegionRow[]): string | null {
  const days = rows.flatMap(({ regional }) =>
    (regional?.reports?.periods ?? []).flatMap(({ cells, endsOn }) => (cells.handedIn > 0 ? [endsOn] : [])),
  )
  return days.sort().at(-1) ?? null
}

/** Periods as spans of those that follow one another, oldest first. */
export function spansOf({ regional }: RegionRow, some: readonly Report[]): readonly { from: string; to: string }[] {
  const all = regional?.reports?.periods ?? []
  const spans: { from: string; to: string }[] = []
  all.forEach(({ period }, index) => {
    if (!some.some((one) => one.period === period)) return
    const open = spans.at(-1)
    if (open !== undefined && open.to === all[index - 1]?.period) open.to = period
    else spans.push({ from: period, to: period })
  })
  return spans
}

/** What a region reported late, owes, or gave a reason for, of one indicator; oldest period first. */
export type Shortcoming = {
  readonly row: RegionRow
  readonly late: readonly Report[]
  readonly owed: readonly Report[]
  readonly explained: readonly Report[]
}

export function shortcomingsOf(rows: readonly RegionRow[]): readonly Shortcoming[] {
  return rows
    .map((row) => {
      const periods = row.regional?.reports?.periods ?? []
      return {
        row,
        late: periods.filter(({ timing }) => timing === 'late'),
        owed: periods.filter(({ timing }) => timing === 'owed'),
        explained: periods.filter(({ timing, lag, note }) => lag !== null || (timing === 'late' && note !== '')),
      }
    })
    .filter(({ late, owed, explained }) => late.length + owed.length + explained.length > 0)
}
