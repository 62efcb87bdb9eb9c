import type { Dashboard } from '@xushi/contract'
import { useText, useWords } from '../language/language.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import { regionWords } from './region.words.ts'
import { type LateReport, lagReportsOf, lateReportsOf, type RegionRow } from './region-summary.ts'

type LateReportsProps = { readonly rows: readonly RegionRow[]; readonly programme: Dashboard['programme'] }

/** Rows shown before the rest folds away. */
const shownAtFirst = 12

/** What came late or is owed, and the reasons for lag (滞后原因) that were given. */
export function LateReports({ rows, programme }: LateReportsProps) {
  const says = useWords(regionWords)
  const late = lateReportsOf(rows)
  const lag = lagReportsOf(rows)
  return (
    <section>
      <div className="section-head regions-list-head">
        <h2>{says.lateHead}</h2>
        <span className="label">{says.lateHint}</span>
      </div>
      {late.length === 0 ? (
        <p className="second regions-note">{says.noneLate}</p>
      ) : (
        <LateTable late={late.slice(0, shownAtFirst)} programme={programme} />
      )}
      {late.length > shownAtFirst && (
        <details className="region-more">
          <summary>+{late.length - shownAtFirst}</summary>
          <LateTable late={late.slice(shownAtFirst)} programme={programme} />
        </details>
      )}
      {lag.length > 0 && (
        <>
          <div className="section-head regions-list-head">
            <h2>{says.lagHead}</h2>
          </div>
          <LateTable late={lag} programme={programme} />
        </>
      )}
    </section>
  )
}

function LateTable({ late, programme }: { late: readonly LateReport[]; programme: Dashboard['programme'] }) {
  const says = useWords(regionWords)
  const text = useText()
  return (
    <table className="late-reports">
      <thead>
        <tr>
          <th>{says.period}</th>
          <th>{says.indicator}</th>
          <th>{says.lateHead}</th>
          <th className="wide-cell">{says.reason}</th>
        </tr>
      </thead>
      <tbody>
        {late.map(({ row, report }) => (
          <tr key={`${row.id} ${report.period}`}>
            <td className="nowrap">{report.period}</td>
            <td>
              <span className="label">{row.goal}</span> {text(row.name)}
            </td>
            <td>
              {report.timing === 'owed' ? (
                <span className="region-owed">
                  <StatusShape status="no-data" />
                  {says.owed(report.deadline)}
                </span>
              ) : (
                report.daysLate !== null && says.lateBy(report.daysLate)
              )}
              {report.cells.expected > 1 && (
                <span className="label">
                  {' '}
                  {report.cells.handedIn}/{report.cells.expected}
                </span>
              )}
            </td>
            <td className="wide-cell">
              <Reason report={report} programme={programme} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reason({ report, programme }: { report: LateReport['report']; programme: Dashboard['programme'] }) {
  const says = useWords(regionWords)
  const text = useText()
  const { lag, note, timing } = report
  if (lag === null) {
    if (note !== '') return note
    return timing === 'owed' ? null : <span className="label">{says.noReason}</span>
  }
  const cause = programme.lagCauses.find(({ id }) => id === lag.cause)
  return (
    <>
      <b>{cause === undefined ? lag.cause : text(cause.name)}</b>{' '}
      {says.remedy(lag.remedy, lag.responsible, lag.newDate)}
    </>
  )
}
