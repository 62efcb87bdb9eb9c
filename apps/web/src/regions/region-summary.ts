import type { Dashboard, RegionalReports } from '@xushi/contract'

export type RegionRow = Dashboard['indicators'][number]
type Report = RegionalReports['periods'][number]

/** Whether the region is asked for an indicator. */
export const isAsked = ({ regional, reported }: RegionRow) =>
  (regional?.reports?.expected ?? 0) > 0 || reported.expected > 0

/** How much of what a region owes is there, over all its indicators; shares are null where nothing is due. */
export function reportsOf(rows: readonly RegionRow[]) {
  const all = rows.flatMap(({ regional }) => regional?.reports ?? [])
  const sum = (of: (reports: RegionalReports) => number) => all.reduce((total, reports) => total + of(reports), 0)
  const [handedIn, expected] = [sum((one) => one.handedIn), sum((one) => one.expected)]
  const [onTime, timed] = [sum((one) => one.onTime), sum((one) => one.timed)]
  return {
    handedIn,
    expected,
    onTime,
    timed,
    completeness: expected === 0 ? null : handedIn / expected,
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

export type LateReport = { readonly row: RegionRow; readonly report: Report }

/** Reports that came late or are owed, newest period first. */
export function lateReportsOf(rows: readonly RegionRow[]): readonly LateReport[] {
  return rows
    .flatMap((row) => (row.regional?.reports?.periods ?? []).map((report) => ({ row, report })))
    .filter(({ report }) => report.timing === 'late' || report.timing === 'owed')
    .sort((a, b) => (a.report.endsOn > b.report.endsOn ? -1 : a.report.endsOn < b.report.endsOn ? 1 : 0))
}

/** Reports that came with a reason for lag, newest period first. */
export function lagReportsOf(rows: readonly RegionRow[]): readonly LateReport[] {
  return rows
    .flatMap((row) => (row.regional?.reports?.periods ?? []).map((report) => ({ row, report })))
    .filter(({ report }) => report.lag !== null)
    .sort((a, b) => (a.report.endsOn > b.report.endsOn ? -1 : 1))
}
