import type { NarrativeRow } from '@xushi/contract'
import { type FilingRow, listFilings } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import { type GridAsked, goalOf, openStates } from './grid-asked.ts'

/** 进展情况 of the goals that have a row, with how much was written before. */
export async function narrativeRows(indicators: readonly Indicator[], grid: GridAsked): Promise<NarrativeRow[]> {
  const { reading, region, month, before } = grid
  const subjects = indicators.map(({ id }) => id)
  if (subjects.length === 0) return []
  const states = [...openStates, 'approved'] as const
  const filter = { kinds: ['narrative'], subjects, region, states } as const
  const { rows } = await listFilings(reading, filter, { cursor: null, limit: 2000 })
  const written = (indicator: string, period: string): FilingRow | undefined =>
    rows.find((row) => row.subject === indicator && periodOf(row) === period)
  return indicators.map((one) => {
    const now = written(one.id, month.code)
    return {
      is: 'narrative',
      ...goalOf(one),
      past: before.map(({ code }) => lengthOf(written(one.id, code))),
      length: lengthOf(now),
      state: now?.state ?? null,
    }
  })
}

type Written = { readonly period: string; readonly progress: string; readonly problems: string; readonly next: string }
const bodyOf = (row: FilingRow): Written => JSON.parse(row.body)
const periodOf = (row: FilingRow) => bodyOf(row).period

function lengthOf(row: FilingRow | undefined): number | null {
  if (row === undefined) return null
  const { progress, problems, next } = bodyOf(row)
  return [progress, problems, next].join('').length
}
