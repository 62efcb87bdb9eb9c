import type { IndicatorPage } from '@xushi/contract'
import type { Scale } from '@xushi/wording'
import { WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { columnScale } from './column-scale.ts'
import { InColumn } from './in-column.tsx'
import { indicatorWords } from './indicator.words.ts'
import type { ProgressPoint, ProgressSeries } from './progress-series.ts'
import { SameData } from './same-data.tsx'

/** The same data as the chart: one row a date, each column in one unit that its head names, a dash where there is nothing. */
export function ProgressTable({ page, series }: { page: IndicatorPage; series: ProgressSeries }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const { judgement, on } = page
  const { decimals } = judgement
  const { hasRegional, hasRecorded, from, to } = series
  const { baseline } = judgement
  // A chart that is zoomed keeps a point beyond each edge for its lines; it is not among what is looked at.
  const points = series.points.filter(({ day }) => day >= from && day <= to)
  const of = {
    published: columnScale(
      points.map(({ published }) => published?.value ?? null),
      language,
    ),
    recorded: columnScale(
      points.map(({ recorded }) => recorded?.value ?? null),
      language,
    ),
    plan: columnScale(
      points.map(({ plan }) => plan),
      language,
    ),
    regional: columnScale(points.map(totalOf), language),
  }
  const head = (name: string, { word }: Scale) => (word === '' ? name : says.scaled(name, word))
  const isWhole = points.every(({ plan }) => plan === null || Number.isInteger(plan))
  return (
    <SameData
      label={`${series.scale === 'gain' ? `${says.gain.trim()}${says.listComma}` : ''}${text(judgement.coverageUnit ?? judgement.unit)}`}
    >
      <table>
        <thead>
          <tr>
            <th>{says.asOf}</th>
            <th className="number">{head(says.published, of.published)}</th>
            {hasRecorded && <th className="number">{head(says.recorded, of.recorded)}</th>}
            <th className="number">{head(says.planColumn, of.plan)}</th>
            {hasRegional && <th className="number">{head(says.joined[series.source], of.regional)}</th>}
            {hasRegional && <th className="number">{says.reported}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.on} className={point.on === on ? 'current' : ''}>
              <td className="nowrap">{point.on}</td>
              <td className="number">
                {point.published === null ? (
                  <span className="unknown">{point.on > on ? says.notDue : '—'}</span>
                ) : series.scale === 'gain' && baseline.known && point.on === baseline.on ? (
                  <b>{says.baseline}</b>
                ) : (
                  <b>
                    <InColumn {...point.published} scale={of.published} decimals={decimals} />
                  </b>
                )}
              </td>
              {hasRecorded && (
                <td className="number">
                  {point.recorded === null ? (
                    <span className="unknown">—</span>
                  ) : (
                    <b>
                      <InColumn {...point.recorded} scale={of.recorded} decimals={decimals} />
                    </b>
                  )}
                </td>
              )}
              <td className="number">
                {point.plan === null ? (
                  '—'
                ) : (
                  <InColumn value={point.plan} scale={of.plan} decimals={isWhole ? decimals : decimals + 1} isFixed />
                )}
              </td>
              {hasRegional && <RegionalCells point={point} on={on} scale={of.regional} decimals={decimals} />}
            </tr>
          ))}
        </tbody>
      </table>
    </SameData>
  )
}

const totalOf = ({ regional, partial }: ProgressPoint) => regional ?? partial

function RegionalCells({
  point,
  on,
  scale,
  decimals,
}: {
  point: ProgressPoint
  on: string
  scale: Scale
  decimals: number
}) {
  const total = totalOf(point)
  return (
    <>
      <td className="number">
        {total !== null ? (
          <InColumn value={total} bound={point.regionalBound} scale={scale} decimals={decimals} />
        ) : point.isPeriodEnd && point.on <= on ? (
          <WhyText why="not-reported" />
        ) : (
          <span className="unknown">—</span>
        )}
      </td>
      <td className="number second">
        {point.reported === null ? '—' : `${point.reported.units}/${point.reported.expected}`}
      </td>
    </>
  )
}
