import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { whyWord } from '@xushi/wording'
import type { ChartTable, TableValue } from '../chart-download/chart-file.ts'
import { figureCells, figureNumber } from '../chart-download/figure-cells.ts'
import { byValue, type TileWords } from './region-tiles.ts'

/** The figures of the tiles as a table to take away: every region with its number, or why it has none, and the total last. */
export function regionsChartTable(standing: RegionsStanding, words: TileWords): ChartTable {
  const { says } = words
  const { total } = standing
  const whole: readonly TableValue[] = [
    '000000',
    says.total,
    ...figureCells(total.figure, { language: words.language, decimals: standing.indicator.decimals }),
    total.figureOn,
    null,
    total.reporting?.counted ?? null,
    total.reporting?.expected ?? null,
    total.reporting?.completeness ?? null,
    total.reporting?.timeliness ?? null,
    null,
  ]
  return {
    columns: Object.values(says.file.columns),
    rows: [...byValue(standing.regions).map((row) => regionRow(row, standing, words)), whole],
  }
}

/** The figures of one region. */
export function regionRow(
  row: RegionStanding,
  { indicator }: RegionsStanding,
  words: TileWords,
): readonly TableValue[] {
  const { says, language, status, why } = words
  const [value, bound, absent] = figureCells(row.figure, { language, decimals: indicator.decimals })
  const missing = row.expected
    ? row.absence !== null && value === null
      ? whyWord(row.absence, why)
      : absent
    : says.notAsked
  return [
    row.region,
    row.name[language],
    value,
    bound,
    missing,
    row.figureOn,
    figureNumber(row.share),
    row.reporting?.counted ?? null,
    row.reporting?.expected ?? null,
    row.reporting?.completeness ?? null,
    row.reporting?.timeliness ?? null,
    row.expected ? status[row.status] : null,
  ]
}
