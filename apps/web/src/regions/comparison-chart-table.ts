import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import type { ChartTable } from '../chart-download/chart-file.ts'
import type { TileWords } from './region-tiles.ts'
import { regionRow } from './regions-chart-table.ts'

/** The regions that are compared as a table to take away, in the order of the page: their figures, then each period of their lines. */
export function comparisonChartTable(
  standing: RegionsStanding,
  rows: readonly RegionStanding[],
  words: TileWords,
): ChartTable {
  return {
    columns: [...Object.values(words.says.file.columns), ...standing.periods.map(({ period }) => period)],
    rows: rows.map((row) => [
      ...regionRow(row, standing, words),
      ...standing.periods.map((_, index) => row.line[index] ?? null),
    ]),
  }
}
