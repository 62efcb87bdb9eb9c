import type { IndicatorPage } from '@xushi/contract'
import { AmountText, PlanText } from '../figure/figure-text.tsx'
import { useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import type { ProgressSeries } from './progress-series.ts'

/** The same data as the chart: one row a date, a dash where there is nothing. */
export function ProgressTable({ page, series }: { page: IndicatorPage; series: ProgressSeries }) {
  const says = useWords(indicatorWords)
  const { judgement, on } = page
  return (
    <div className="progress-table">
      <div className="section-head">
        <h2>{says.table}</h2>
        {series.scale === 'gain' && <span className="label">{says.gain}</span>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="table-window" aria-label={says.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{says.asOf}</th>
              <th className="number">{says.published}</th>
              <th className="number">{says.planColumn}</th>
              {series.hasRegional && <th className="number">{says.regional}</th>}
              {series.hasRegional && <th className="number">{says.reported}</th>}
            </tr>
          </thead>
          <tbody>
            {series.points.map((point) => {
              const regional = point.regional ?? point.partial
              return (
                <tr key={point.on} className={point.on === on ? 'current' : ''}>
                  <td className="nowrap">{point.on}</td>
                  <td className="number">
                    {point.published === null ? (
                      <span className="unknown">{point.on > on ? says.notDue : '—'}</span>
                    ) : (
                      <b>
                        <AmountText
                          figure={{
                            known: true,
                            value: point.published.value,
                            ...(point.published.bound === null ? {} : { bound: point.published.bound }),
                          }}
                          of={judgement}
                          unit={false}
                        />
                      </b>
                    )}
                  </td>
                  <td className="number">
                    {point.plan === null ? '—' : <PlanText value={point.plan} of={judgement} unit={false} />}
                  </td>
                  {series.hasRegional && (
                    <td className="number">
                      {regional === null ? (
                        <span className="unknown">—</span>
                      ) : (
                        <AmountText
                          figure={{
                            known: true,
                            value: regional,
                            ...(point.regionalBound === null ? {} : { bound: point.regionalBound }),
                          }}
                          of={judgement}
                          sense="total"
                          unit={false}
                        />
                      )}
                    </td>
                  )}
                  {series.hasRegional && (
                    <td className="number second">
                      {point.reported === null ? '—' : `${point.reported.units}/${point.reported.expected}`}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </div>
  )
}
