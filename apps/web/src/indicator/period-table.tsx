import type { Series } from '@xushi/contract'
import { WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { columnScale } from './column-scale.ts'
import { InColumn } from './in-column.tsx'
import { indicatorWords } from './indicator.words.ts'
import { periodBars } from './period-bars.ts'
import type { DayRange } from './progress-view.ts'
import { SameData } from './same-data.tsx'

/** The bars of each period as a table; a total that lacks somebody is a lower bound. */
export function PeriodTable({ series, on, span }: { series: Series; on: string; span: DayRange | null }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const bars = periodBars(series, on, span)
  const scale = columnScale(
    bars.map(({ value }) => value),
    language,
  )
  const name = says.joined[series.source]
  return (
    <SameData label={`${says.scales.value}${says.listComma}${text(series.unit)}`}>
      <table>
        <thead>
          <tr>
            <th>{says.period}</th>
            <th className="number">{scale.word === '' ? name : says.scaled(name, scale.word)}</th>
            <th className="number">{says.reported}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ period, value, isPartial, isFuture, reported, expected }) => (
            <tr key={period}>
              <td className="nowrap">{period}</td>
              <td className="number">
                {value !== null ? (
                  <InColumn value={value} bound={isPartial ? 'above' : null} scale={scale} decimals={series.decimals} />
                ) : isFuture ? (
                  <span className="unknown">{says.notDue}</span>
                ) : (
                  <WhyText why="not-reported" />
                )}
              </td>
              <td className="number second">{isFuture ? '—' : `${reported}/${expected}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SameData>
  )
}
