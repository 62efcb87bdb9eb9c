import type { Dashboard, RegionalReports } from '@xushi/contract'
import { useText, useWords } from '../language/language.tsx'
import { regionWords } from './region.words.ts'
import { type RegionRow, shortcomingsOf, spansOf } from './region-summary.ts'

type Report = RegionalReports['periods'][number]
type LateReportsProps = { readonly rows: readonly RegionRow[]; readonly programme: Dashboard['programme'] }

/** What came late or is owed, indicator by indicator, with the reasons that were given (滞后原因). */
export function LateReports({ rows, programme }: LateReportsProps) {
  const says = useWords(regionWords)
  const text = useText()
  const found = shortcomingsOf(rows)
  const spans = (row: RegionRow, some: readonly Report[]) =>
    spansOf(row, some)
      .map(({ from, to }) => (from === to ? from : says.span(from, to)))
      .join(says.and)
  return (
    <section>
      <div className="section-head regions-list-head">
        <h2>{says.lateHead}</h2>
        <span className="label">{says.lateHint}</span>
      </div>
      {found.length === 0 ? (
        <p className="second regions-note">{says.noneLate}</p>
      ) : (
        <table className="late-reports">
          <thead>
            <tr>
              <th>{says.indicator}</th>
              <th>{says.lateColumn}</th>
              <th>{says.owedColumn}</th>
              <th>{says.reason}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ row, late, owed, explained }) => (
              <tr key={row.id} data-goal={row.goal}>
                <th scope="row">
                  <span className="label">{row.goal}</span> {text(row.name)}
                </th>
                <td data-label={late.length === 0 ? undefined : says.lateColumn}>
                  {late.length === 0 && <span className="label wide-only">—</span>}
                  {late.map((report) => says.lateOf(report.period, report.daysLate ?? 0)).join(says.and)}
                </td>
                <td data-label={owed.length === 0 ? undefined : says.owedColumn}>
                  {owed.length === 0 ? (
                    <span className="label wide-only">—</span>
                  ) : (
                    says.owedOf(owed.length, spans(row, owed))
                  )}
                </td>
                <td data-label={says.reason}>
                  {explained.length === 0 && <span className="label">{says.noReason}</span>}
                  {explained.map((report) => (
                    <Reason key={report.period} report={report} programme={programme} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Reason({ report, programme }: { report: Report; programme: Dashboard['programme'] }) {
  const says = useWords(regionWords)
  const text = useText()
  const { lag, note, period } = report
  if (lag === null)
    return (
      <p>
        {period}　{note}
      </p>
    )
  const cause = programme.lagCauses.find(({ id }) => id === lag.cause)
  return (
    <p>
      {period}　<b>{cause === undefined ? lag.cause : text(cause.name)}</b>{' '}
      {says.remedy(lag.remedy, lag.responsible, lag.newDate)}
    </p>
  )
}
