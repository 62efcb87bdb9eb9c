import type { IndicatorPage } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import { WhyText } from '../figure/figure-text.tsx'
import { boundSign, exactNumber, type Scale } from '../figure/format-figure.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { columnScale, inColumn } from './column-scale.ts'
import { indicatorWords } from './indicator.words.ts'
import type { ProgressPoint, ProgressSeries } from './progress-series.ts'

/** The same data as the chart: one row a date, each column in one unit that its head names, a dash where there is nothing. */
export function ProgressTable({ page, series }: { page: IndicatorPage; series: ProgressSeries }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const { judgement, on } = page
  const { decimals } = judgement
  const { points, hasRegional } = series
  const of = {
    published: columnScale(
      points.map(({ published }) => published?.value ?? null),
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
    <div className="progress-table">
      <div className="section-head">
        <h2>{says.table}</h2>
        <span className="label">
          {series.scale === 'gain' && `${says.gain.trim()}${says.listComma}`}
          {text(judgement.unit)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="table-window" aria-label={says.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{says.asOf}</th>
              <th className="number">{head(says.published, of.published)}</th>
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
                  ) : (
                    <b>
                      <InColumn {...point.published} scale={of.published} decimals={decimals} />
                    </b>
                  )}
                </td>
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
      </section>
    </div>
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

/** A number in the unit of its column, with the sign of its bound; the exact number on hover and aloud. */
function InColumn({
  value,
  bound = null,
  scale,
  decimals,
  isFixed = false,
}: {
  value: number
  bound?: Bound | null
  scale: Scale
  decimals: number
  isFixed?: boolean
}) {
  const { language } = useLanguage()
  const sign = boundSign(bound ?? undefined, language)
  const exact = `${sign}${exactNumber(value, decimals)}`
  return (
    <span title={exact}>
      <span aria-hidden="true">
        {sign}
        {inColumn(value, scale, { decimals, language, isFixed })}
      </span>
      <span className="visually-hidden">{exact}</span>
    </span>
  )
}
