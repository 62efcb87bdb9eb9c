import type { Status } from '@xushi/domain'

/** Months in a row with one status, by their codes. */
export type StatusRun = { readonly from: string; readonly to: string; readonly status: Status }

/** The history of a status as runs: 2020-03 to 2020-07 no data, 2020-08 achieved. @param on last days of months, oldest first */
export function statusRuns({
  on,
  status,
}: {
  readonly on: readonly string[]
  readonly status: readonly Status[]
}): readonly StatusRun[] {
  const runs: StatusRun[] = []
  for (const [index, day] of on.entries()) {
    const current = status[index]
    if (current === undefined) continue
    const month = day.slice(0, 7)
    const last = runs.at(-1)
    if (last?.status === current) runs.splice(-1, 1, { ...last, to: month })
    else runs.push({ from: month, to: month, status: current })
  }
  return runs
}
