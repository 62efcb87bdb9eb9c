import type { Series } from '@xushi/contract'
import { WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { columnScale } from './column-scale.ts'
import { InColumn } from './in-column.tsx'
import { indicatorWords } from './indicator.words.ts'
import { boundedShareText, hasMissing, regionLines, wholeShares } from './region-series.ts'
import { SameData } from './same-data.tsx'

export type RegionLinesTableProps = {
  readonly series: Series
  readonly on: string
  readonly what: 'cumulative' | 'value'
  /** Whether every period of the lines is wanted, or their ends alone. */
  readonly hasPeriods: boolean
  readonly isSum: boolean
}

/** The regions that are drawn, in the same order: where each stands, its share, and before that its periods, the last one first. */
export function RegionLinesTable({ series, on, what, hasPeriods, isSum }: RegionLinesTableProps) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const lines = regionLines(series, on, what)
  const shares = wholeShares(lines.map(({ share }) => share))
  const isPartial = hasMissing(lines)
  const scale = columnScale(
    lines.flatMap(({ last, value }) => [last?.value ?? null, ...(hasPeriods ? value : [])]),
    language,
  )
  const of = { scale, decimals: series.decimals }
  const count = lines[0]?.value.length ?? 0
  const periods = hasPeriods ? series.periods.slice(0, count).map((period, index) => ({ period, index })) : []
  const name = says.scales[what]
  return (
    <SameData label={text(series.unit)}>
      <table className="region-lines">
        <thead>
          <tr>
            <th>{says.region}</th>
            <th className="number">{scale.word === '' ? name : says.scaled(name, scale.word)}</th>
            {isSum && <th className="number">{says.share}</th>}
            {periods.toReversed().map(({ period }) => (
              <th key={period} className="number">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ region, name: place, last, value, bound }, row) => (
            <tr key={region}>
              <td className="nowrap">{text(place)}</td>
              <td className="number">
                {last === null ? (
                  <WhyText why="not-reported" />
                ) : (
                  <b>
                    <InColumn {...last} {...of} />
                  </b>
                )}
              </td>
              {isSum && <td className="number">{boundedShareText(shares[row] ?? null, last, isPartial, language)}</td>}
              {periods.toReversed().map(({ period, index }) => (
                <td key={period} className="number second">
                  {value[index] == null ? '—' : <InColumn value={value[index]} bound={bound[index] ?? null} {...of} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SameData>
  )
}
